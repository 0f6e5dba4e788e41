import type { Payload } from 'payload'
import { publishableBrands, releaseState, type ReleaseState } from '../../publishing/release-state.ts'
import { momentIn, wordsFor, type Words } from '../words/words.ts'

const shownChanges = 6

/** The first thing an editor sees: what is live, and what waits to be published. */
export async function Dashboard({ payload, i18n }: { payload: Payload; i18n: { language: string } }) {
  const words = wordsFor(i18n.language)
  const states = await Promise.all((await publishableBrands(payload)).map((brand) => releaseState(payload, brand)))
  return (
    <div className="mosaic-dashboard">
      {states.map((state) => state && <BrandCard key={state.brand.id} state={state} words={words} language={i18n.language} />)}
    </div>
  )
}

function BrandCard({ state, words, language }: { state: ReleaseState; words: Words; language: string }) {
  const { brand, live, changes } = state
  const href = `/admin/publish?brand=${brand.id}`
  return (
    <section className="mosaic-card" aria-label={brand.name}>
      <div className="mosaic-card__live">
        <p className="mosaic-card__brand">{brand.name}</p>
        {live ? (
          <>
            <h2>
              <span className="mosaic-dot" aria-hidden /> {words.release(live.number)} {words.isLive}
            </h2>
            <p>{(live.isRolledBack ? words.rolledBackBy : words.publishedBy)(live.by, momentIn(language, live.at))}</p>
            {live.note && <p className="mosaic-quiet">“{live.note}”</p>}
          </>
        ) : (
          <>
            <h2>{words.nothingLive}</h2>
            <p>{words.nothingLiveHint}</p>
          </>
        )}
      </div>
      <div className="mosaic-card__changes">
        {changes.length === 0 ? (
          <p className="mosaic-quiet">{words.noChanges}</p>
        ) : (
          <>
            <h3>{words.changes(changes.length)}</h3>
            <ul>
              {changes.slice(0, shownChanges).map((change) => (
                <li key={change.key}>
                  <span className="mosaic-status" data-kind={change.kind}>
                    {words.kinds[change.kind]}
                  </span>{' '}
                  {change.href ? <a href={change.href}>{change.name}</a> : change.name}{' '}
                  <span className="mosaic-quiet">{words.collections[change.collection]}</span>
                </li>
              ))}
            </ul>
            {changes.length > shownChanges && <p className="mosaic-quiet">{words.andMore(changes.length - shownChanges)}</p>}
            <a className="mosaic-button" href={href}>
              {words.reviewAndPublish}
            </a>
          </>
        )}
      </div>
    </section>
  )
}
