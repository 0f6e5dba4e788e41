'use client'
import { useWords } from '../words/language.ts'
import { momentIn } from '../words/words.ts'
import type { ReleaseState } from './api.ts'

/** Which release customers see now, since when, by whom; and, with several brands, which brand this page is about. */
export function LiveHeader({ state: { brand, live }, brands }: { state: ReleaseState; brands: string[] }) {
  const { words, language } = useWords()
  return (
    <header className="mosaic-publish__header">
      <h1>{words.publish}</h1>
      {brands.length > 1 && (
        <nav aria-label={words.collections.brands} className="mosaic-brands">
          {brands.map((id) => (
            <a key={id} href={`/admin/publish?brand=${id}`} aria-current={id === brand.id ? 'page' : undefined}>
              {id}
            </a>
          ))}
        </nav>
      )}
      <p className="mosaic-publish__live">
        <strong>
          {live && <span className="mosaic-dot" aria-hidden />} {live ? `${words.release(live.number)} ${words.isLive}` : words.nothingLive}
        </strong>{' '}
        {live ? (live.isRolledBack ? words.rolledBackBy : words.publishedBy)(live.by, momentIn(language, live.at)) : words.nothingLiveHint}
      </p>
      <p className="mosaic-quiet">{words.intro}</p>
    </header>
  )
}
