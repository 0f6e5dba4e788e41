'use client'
import { effectOf, isWrite, methods, policyOf, worstCaseMs, type Policy, type PolicyEffect } from '@mosaic/schemas/bss'
import type { Policies } from '@mosaic/schemas/release'
import { useId, useState } from 'react'
import { policyIssues } from '../../publisher/checks/policies.ts'
import { durationIn, numberIn } from '../../publisher/policy-words.ts'
import { useWords } from '../words/language.ts'
import { policyWords } from '../words/policy-words.ts'
import { AgeScale } from './age-scale.tsx'
import { EffectTable } from './effect-table.tsx'
import { useFormPolicy } from './form-policy.ts'
import { PolicyIssues } from './policy-issues.tsx'
import { WorstCase } from './worst-case.tsx'
import './policy.css'

/** One of the policies that are compared: the form's, the one that is live, the factory's. */
export type Compared = { name: string; policy: Policy; effect: PolicyEffect }

/** What is the same for all customers is shared by so many of them in the example. */
const customers = 1_000
const opens = { least: 1, most: 60, usual: 6 }

/** What the numbers in the form mean, while they are typed, beside what is live now and the factory values. */
export function EffectPanel({ live }: { live: Readonly<Record<string, Policies | undefined>> }) {
  const { language } = useWords()
  const { method, brand, changes } = useFormPolicy()
  const [opensPerHour, setOpensPerHour] = useState(opens.usual)
  const [titleId, loadId] = [useId(), useId()]
  const words = policyWords[language]
  if (!method) return <p className="mosaic-effect mosaic-quiet">{words.chooseMethod}</p>

  const livePolicies = brand === undefined ? undefined : live[brand]
  const compare = (name: string, policy: Policy): Compared => ({
    name,
    policy,
    effect: effectOf(method, policy, { customers, opensPerHour }),
  })
  const draft = compare(words.draft, policyOf(method, changes))
  const current = livePolicies && compare(words.live, policyOf(method, livePolicies[method]))
  const compared = [draft, ...(current ? [current] : []), compare(words.factoryColumn, methods[method].policy)]
  return (
    <section className="mosaic-effect" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      <p role="status" className="mosaic-effect__sentence">
        {worstSentence(draft, current)}
      </p>
      <PolicyIssues issues={policyIssues(method, changes)} language={language} />
      <WorstCase compared={compared} language={language} />
      {isWrite(method) ? <p>{words.write}</p> : <AgeScale compared={compared} language={language} />}
      <EffectTable compared={compared} language={language} />
      {!isWrite(method) && (
        <p className="mosaic-effect__load">
          <label htmlFor={loadId}>
            {words.load} <output>{words.timesAnHour(opensPerHour)}</output>
          </label>
          <input
            id={loadId}
            type="range"
            min={opens.least}
            max={opens.most}
            value={opensPerHour}
            aria-valuetext={words.timesAnHour(opensPerHour)}
            onChange={(event) => setOpensPerHour(Number(event.target.value))}
          />
        </p>
      )}
      {!isWrite(method) && <p className="mosaic-quiet">{words.assumed(numberIn(language, customers))}</p>}
    </section>
  )

  function worstSentence({ policy }: Compared, other: Compared | undefined): string {
    return words.worstSentence(durationIn(language, worstCaseMs(policy)), other && durationIn(language, worstCaseMs(other.policy)))
  }
}
