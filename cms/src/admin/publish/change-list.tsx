'use client'
import { publishedCollections } from '../../reader/references.ts'
import { useWords } from '../words/language.ts'
import type { ChangeView } from './api.ts'

type Props = {
  changes: ChangeView[]
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
  isLocked: (change: ChangeView) => boolean
}

/** What differs from the live release, by collection; a change without its tick waits for a later release. */
export function ChangeList({ changes, left, onChange, isLocked }: Props) {
  const { words, language } = useWords()
  const free = changes.filter((change) => !isLocked(change))

  const toggle = ({ key }: ChangeView) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    onChange(next)
  }
  const toggleAll = (isIn: boolean) => {
    const locked = changes.filter((change) => isLocked(change) && left.has(change.key)).map((change) => change.key)
    onChange(new Set([...locked, ...(isIn ? [] : free.map((change) => change.key))]))
  }

  return (
    <section className="mosaic-changes" aria-label={words.whatChanges}>
      <h2>{words.whatChanges}</h2>
      {changes.length === 0 ? (
        <p className="mosaic-empty">{words.noChanges}</p>
      ) : (
        <p className="mosaic-changes__hint">
          <span className="mosaic-quiet">{words.leaveOutHint}</span>
          <button type="button" className="mosaic-link" onClick={() => toggleAll(true)}>
            {words.all}
          </button>
          <button type="button" className="mosaic-link" onClick={() => toggleAll(false)}>
            {words.none}
          </button>
        </p>
      )}
      {publishedCollections.map((collection) => {
        const own = changes.filter((change) => change.collection === collection)
        if (own.length === 0) return null
        return (
          <div key={collection} className="mosaic-changes__group">
            <h3>
              {words.collections[collection]} <span className="mosaic-quiet">{own.length}</span>
            </h3>
            <ul>
              {own.map((change) => (
                <li key={change.key} data-left={left.has(change.key)}>
                  <input
                    type="checkbox"
                    aria-label={words.include(change.name)}
                    checked={!left.has(change.key)}
                    disabled={isLocked(change)}
                    onChange={() => toggle(change)}
                  />
                  <div>
                    <p>
                      {change.href ? <a href={change.href}>{change.name}</a> : change.name}{' '}
                      <span className="mosaic-status" data-kind={change.kind}>
                        {words.kinds[change.kind]}
                      </span>
                    </p>
                    {change.kind === 'changed' && <p className="mosaic-changes__detail">{change.sentence[language]}</p>}
                  </div>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
