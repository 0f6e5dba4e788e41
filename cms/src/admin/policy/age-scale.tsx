import { durationIn } from '../../publisher/policy-words.ts'
import { policyWords } from '../words/policy-words.ts'
import { Bars, Swatch } from './bars.tsx'
import type { Compared } from './effect-panel.tsx'

/** A little beyond the longest T2: what comes after it has no end. */
const beyond = 1.08

/** Who answers, by the age of what the cache holds: for each of the policies to one scale, and the draft's in words. */
export function AgeScale({ compared, language }: { compared: readonly Compared[]; language: 'it' | 'en' }) {
  const words = policyWords[language]
  const scale = Math.max(...compared.map(({ policy }) => policy.t2Ms)) * beyond
  const [draft] = compared
  return (
    <>
      <h3>{words.ages}</h3>
      <Bars
        scale={scale}
        bars={compared.map(({ name, policy: { t1Ms, t2Ms } }) => {
          const fresh = Math.min(t1Ms, t2Ms)
          const parts = [
            { kind: 'fresh', size: fresh },
            { kind: 'aging', size: t2Ms - fresh },
            { kind: 'expired', size: scale - t2Ms },
          ]
          return { label: name, parts }
        })}
      />
      {draft && <ul className="mosaic-effect__ages">{agesOf(draft).map(ageInWords)}</ul>}
    </>
  )

  function agesOf({ policy: { t1Ms, t2Ms, refresh, staleOn }, effect: { waits } }: Compared) {
    const [t1, t2] = [durationIn(language, t1Ms), durationIn(language, t2Ms)]
    const wait = durationIn(language, waits.aging)
    const aging = staleOn === 'never' ? words.neverStandsIn(wait) : refresh === 'behind' ? words.refreshesBehind : words.waitsSoft(wait)
    return [
      ...(t1Ms > 0 && t2Ms > 0
        ? [{ kind: 'fresh', when: words.untilT1(durationIn(language, Math.min(t1Ms, t2Ms))), what: words.cacheAnswers }]
        : []),
      ...(t2Ms > t1Ms ? [{ kind: 'aging', when: words.fromT1(t1, t2), what: aging }] : []),
      {
        kind: 'expired',
        when: t2Ms > 0 ? words.fromT2(t2) : words.alwaysAsked,
        what: words.mustAnswer(durationIn(language, waits.expired)),
      },
    ]
  }

  function ageInWords({ kind, when, what }: { kind: string; when: string; what: string }) {
    return (
      <li key={kind}>
        <Swatch kind={kind} /> <strong>{when}</strong>: {what}
      </li>
    )
  }
}
