import type { ReactNode } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { StateCard } from '../../home/src/ui/state-page.tsx'
import { writeAddress } from './address.ts'
import { CaseTile } from './case-tile.tsx'
import type { CaseEntry, KindEntry } from './entries.ts'
import { useGallery } from './gallery-context.tsx'
import type { Found } from './search.ts'
import { useCases } from './use-cases.ts'

/** Everything that was found: of a kind its first case, of a case itself. */
export function Overview({ found, lead }: { found: readonly Found[]; lead: string }) {
  const { address, locale } = useGallery()
  return (
    <>
      <p className="gallery-lead">{lead}</p>
      <div className="gallery-overview">
        {found.map(({ entry, cases, isByCase }) => (
          <section key={entry.kind} className="gallery-section" aria-labelledby={`kind-${entry.kind}`}>
            <h2 id={`kind-${entry.kind}`}>
              <a href={writeAddress({ ...address, kind: entry.kind, fixture: '' })}>
                {entry.label[locale]}
                <Icon name="chevron" className="icon-directed" />
              </a>
            </h2>
            <Cases entry={entry} cases={isByCase ? cases : cases.slice(0, 1)} />
          </section>
        ))}
      </div>
    </>
  )
}

/** One kind: what it is, and the chosen cases. */
export function KindSheet({ entry, cases }: { entry: KindEntry; cases: readonly CaseEntry[] }) {
  const { address, locale, texts } = useGallery()
  const isOne = address.fixture !== ''
  return (
    <section className="gallery-section" aria-labelledby="kind">
      <h2 id="kind">
        {entry.label[locale]}{' '}
        <span className="gallery-code" lang="en">
          {entry.kind}
        </span>
      </h2>
      <p className="gallery-lead">{entry.description[locale]}</p>
      {isOne ? (
        <p className="gallery-back-row">
          <a href={writeAddress({ ...address, fixture: '' })}>
            <Icon name="chevron" className="icon-directed icon-back" />
            {texts.allCases}
          </a>
        </p>
      ) : (
        <dl className="gallery-facts">
          <Fact name={texts.purpose}>{texts.purposes[entry.purpose]}</Fact>
          <Fact name={texts.archetypes}>{entry.archetypes.join(', ') || texts.none}</Fact>
          <Fact name={texts.methods}>{entry.needs.join(', ') || texts.none}</Fact>
          <Fact name={texts.fallbackImpact}>
            <span lang="en">{entry.fallbackImpact}</span>
          </Fact>
        </dl>
      )}
      <Cases entry={entry} cases={cases} withViewModel={isOne} />
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type CasesProps = { entry: KindEntry; cases: readonly CaseEntry[]; withViewModel?: boolean }

function Cases({ entry, cases, withViewModel = false }: CasesProps) {
  const { address, texts } = useGallery()
  const loaded = useCases(entry.kind)
  if (loaded.status === 'failed') {
    const reload = { label: texts.reload, run: () => location.reload() }
    return <StateCard icon="warning" level={2} title={texts.errorTitle} body={texts.errorBody} action={reload} />
  }
  return (
    <div className="gallery-sheet" aria-busy={loaded.status === 'loading' || undefined} data-sheet={entry.kind}>
      {loaded.status === 'loading' ? (
        <p className="visually-hidden">{texts.loading}</p>
      ) : (
        cases.map(({ id, name, locale }) => {
          const each = loaded.cases[id]
          return (
            each && (
              <figure key={id} className="gallery-case" data-case={id}>
                <figcaption lang="en">
                  <a href={writeAddress({ ...address, kind: entry.kind, fixture: id })}>{id}</a>
                  <span>{name}</span>
                </figcaption>
                <CaseTile entry={entry} each={each} locale={address.lang === 'own' ? locale : address.lang} withViewModel={withViewModel} />
              </figure>
            )
          )
        })
      )}
    </div>
  )
}
