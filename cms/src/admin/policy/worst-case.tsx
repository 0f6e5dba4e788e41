import type { Stretch } from '@mosaic/schemas/bss'
import { durationIn, numberIn } from '../../publisher/policy-words.ts'
import { policyWords } from '../words/policy-words.ts'
import { Bars, Swatch } from './bars.tsx'
import type { Compared } from './effect-panel.tsx'

const parts = ['connection', 'answer', 'pause'] as const satisfies Stretch['part'][]

/** A call at its slowest, part after part, for each of the policies to one scale; and the draft's in words. */
export function WorstCase({ compared, language }: { compared: readonly Compared[]; language: 'it' | 'en' }) {
  const words = policyWords[language]
  const total = ({ effect }: Compared) => effect.worst.reduce((sum, { ms }) => sum + ms, 0)
  return (
    <>
      <h3>{words.worst}</h3>
      <Bars
        scale={Math.max(...compared.map(total))}
        bars={compared.map((each) => ({
          label: each.name,
          value: durationIn(language, total(each)),
          parts: each.effect.worst.map(({ part, ms }) => ({ kind: part, size: ms })),
        }))}
      />
      <ul>
        {parts.map((part) => {
          const lengths = compared[0]?.effect.worst.filter((stretch) => stretch.part === part && stretch.ms > 0).map(({ ms }) => ms) ?? []
          return lengths.length === 0 ? null : (
            <li key={part}>
              <Swatch kind={part} /> {words.stretches[part]} {inWords(lengths)}
            </li>
          )
        })}
      </ul>
    </>
  )

  /** Equal ones are counted, others are added up: "2 × 250 ms", "50 ms + 100 ms". */
  function inWords(lengths: readonly number[]): string {
    const isOne = new Set(lengths).size === 1
    if (isOne && lengths.length > 1) return `${numberIn(language, lengths.length)} × ${durationIn(language, lengths[0]!)}`
    return lengths.map((ms) => durationIn(language, ms)).join(' + ')
  }
}
