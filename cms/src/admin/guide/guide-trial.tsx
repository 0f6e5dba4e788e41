'use client'
import { useLocale } from '@payloadcms/ui'
import type { GuideStep } from '@mosaic/schemas/release'
import { locales, type Locale } from '@mosaic/schemas/text'
import { useState } from 'react'
import type { Named } from '../fields/use-named.ts'
import { tryOut, type Tried, type TrialPlace } from './trial.ts'
import type { GuideWords } from './words.ts'

const truths = { yes: true, no: false, unknown: undefined }

type GuideTrialProps = { steps: readonly GuideStep[]; targets: readonly Named[]; images: readonly Named[]; words: GuideWords }

/** The guide as a customer walks it, on a phone; what checks find is said by hand. */
export function GuideTrial({ steps, targets, images, words }: GuideTrialProps) {
  const [locale, setLocale] = useState<Locale>(useLocale().code === 'en' ? 'en' : 'it')
  const [tried, setTried] = useState<Tried>([])
  const place = tryOut(steps, tried)
  const { step, trail } = place
  const image = step.image === undefined ? undefined : images.find(({ id }) => id === step.image)
  const inLanguage = (text: GuideStep['title'] | undefined) => text?.[locale] ?? '…'
  return (
    <aside className="mosaic-menu__preview" aria-label={words.trial}>
      <div className="mosaic-menu__languages" role="group" aria-label={words.trial}>
        {locales.map((one) => (
          <button key={one} type="button" aria-pressed={one === locale} onClick={() => setLocale(one)}>
            {words.languages[one]}
          </button>
        ))}
      </div>
      <div className="mosaic-menu__phone" data-check={step.kind === 'check'}>
        <p className="mosaic-menu__said" role="status">
          {step.kind === 'check' ? words.checkAsked : place.outcome ? endWords(place, targets, words) : words.kinds[step.kind]}
        </p>
        <p className="mosaic-menu__screen-title" lang={locale}>
          {inLanguage(step.title)}
        </p>
        {step.text && <p lang={locale}>{inLanguage(step.text)}</p>}
        {image?.picture && <img className="mosaic-guide__picture" src={image.picture} alt={image.name} />}
        {step.kind === 'question' &&
          step.answers?.map((answer) => (
            <button
              key={answer.id}
              type="button"
              lang={locale}
              onClick={() => setTried([...tried, { kind: 'answer', step: step.id, answer: answer.id }])}
            >
              {inLanguage(answer.text)}
            </button>
          ))}
        {step.kind === 'check' &&
          (['yes', 'no', 'unknown'] as const).map((truth) => (
            <button
              key={truth}
              type="button"
              onClick={() => setTried([...tried, { kind: 'check', trigger: step.trigger ?? '', truth: truths[truth] }])}
            >
              {words.truths[truth]}
            </button>
          ))}
      </div>
      {tried.length > 0 && (
        <div className="mosaic-menu__languages">
          <button type="button" onClick={() => setTried(tried.slice(0, -1))}>
            ‹ {words.back}
          </button>
          <button type="button" onClick={() => setTried([])}>
            {words.again}
          </button>
        </div>
      )}
      {trail.length > 0 && (
        <>
          <p className="mosaic-menu__where">{words.soFar}</p>
          <ol lang={locale}>
            {trail.map(({ title, found }, at) => (
              <li key={at}>
                {inLanguage(title)} <strong>{inLanguage(found)}</strong>
              </li>
            ))}
          </ol>
        </>
      )}
    </aside>
  )
}

function endWords({ step, outcome, isDeadEnd }: TrialPlace, targets: readonly Named[], words: GuideWords): string {
  if (isDeadEnd || !outcome) return words.deadEnd
  if (outcome !== 'action') return words.ends[outcome]
  const target = targets.find(({ id }) => id === step.target)
  return target ? words.leadsTo(target.name) : words.deadEnd
}
