import { durationIn, numberIn } from '../../publisher/policy-words.ts'
import { policyWords } from '../words/policy-words.ts'
import type { Compared } from './effect-panel.tsx'

type Row = { label: string; read: (compared: Compared) => string }

/** The effects that are one number each, policy beside policy; what the draft changes of what is live stands out. */
export function EffectTable({ compared, language }: { compared: readonly Compared[]; language: 'it' | 'en' }) {
  const words = policyWords[language]
  const number = (value: number | undefined) => (value === undefined ? words.unlimited : numberIn(language, value))

  // A write keeps nothing, and is nothing that many ask for at a time.
  const isRead = compared.every(({ effect }) => effect.callsPerThousandHomes !== undefined)
  const outage: Row[] = [
    { label: words.perInstance, read: ({ effect }) => number(effect.outage.perMinuteAndInstance) },
    ...(isRead
      ? [
          { label: words.shownFor, read: shownFor },
          { label: words.perKey, read: perKey },
        ]
      : []),
  ]
  const always: Row[] = [
    { label: words.atATime, read: ({ effect }) => number(effect.mostAtATime) },
    ...(isRead
      ? [
          { label: words.repeated, read: ({ effect }: Compared) => `${number(effect.repeatedPercent)} %` },
          { label: words.perThousand, read: ({ effect }: Compared) => number(effect.callsPerThousandHomes) },
        ]
      : []),
  ]
  return (
    <table className="mosaic-effect__table">
      <thead>
        <tr>
          <th scope="col">{words.numbers}</th>
          {compared.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {group(words.outage, outage)}
      {group(words.always, always)}
    </table>
  )

  function group(title: string, rows: readonly Row[]) {
    return (
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={compared.length + 1}>
            {title}
          </th>
        </tr>
        {rows.map(({ label, read }) => {
          const values = compared.map(read)
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={compared[index]?.name} data-changed={index === 0 && value !== values[1]}>
                  {value}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    )
  }

  function shownFor({ effect: { outage } }: Compared): string {
    return outage.shownForMs === 0 ? words.notShown : durationIn(language, outage.shownForMs)
  }

  /** Instances that share their questions share their failures. */
  function perKey({ policy, effect: { outage } }: Compared): string {
    const count = number(outage.perMinuteAndKey)
    return policy.coalesce === 'process' && outage.perMinuteAndKey !== undefined ? words.each(count) : count
  }
}
