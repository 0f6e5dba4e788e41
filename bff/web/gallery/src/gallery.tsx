import { useEffect, useMemo, useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import type { Locale } from '@mosaic/schemas/text'
import { StateCard } from '../../home/src/ui/state-page.tsx'
import { writeAddress, type Address } from './address.ts'
import { GalleryContext } from './gallery-context.tsx'
import { KindList } from './kind-list.tsx'
import { kinds } from './kinds.ts'
import { messages } from './messages.ts'
import { search } from './search.ts'
import { SearchField } from './search-field.tsx'
import { KindSheet, Overview } from './sheets.tsx'
import { Switches } from './switches.tsx'
import { useAddress } from './use-address.ts'

const caseCount = kinds.reduce((total, { cases }) => total + cases.length, 0)

/** Every kind in every state, drawn by the code that draws the customers' home. */
export function Gallery() {
  const [address, change] = useAddress()
  const [said, setSaid] = useState<{ text: string; of: Address }>()
  const locale = localeOf(address)
  const texts = messages[locale]
  const found = useMemo(() => search(kinds, address.q), [address.q])
  useLook(address, locale)

  const context = useMemo(
    () => ({ address, change, locale, texts, say: (text: string) => setSaid({ text, of: address }) }),
    [address, change, locale, texts],
  )
  return (
    <GalleryContext value={context}>
      <a className="skip-link" href="#tiles" onClick={focusTiles}>
        {texts.skip}
      </a>
      <div className="gallery">
        <header className="gallery-bar">
          <div className="gallery-name">
            <p className="gallery-brand">Mosaic</p>
            <h1>
              <a href={writeAddress({ ...address, kind: '', fixture: '', q: '' })}>{texts.title}</a>
            </h1>
          </div>
          <SearchField foundCount={found.length} />
          <Switches />
        </header>
        <div className="gallery-page">
          <KindList found={found} />
          <main id="tiles" className="gallery-tiles" tabIndex={-1}>
            {shown()}
          </main>
        </div>
      </div>
      <div className="notices" role="status" aria-live="polite">
        {said?.of === address && (
          <div className="notice gallery-notice">
            <Icon name="info" />
            <p>{said.text}</p>
          </div>
        )}
      </div>
    </GalleryContext>
  )

  function shown() {
    if (address.kind === '' && found.length > 0) return <Overview found={found} lead={texts.lead(kinds.length, caseCount)} />
    if (address.kind === '') {
      const clear = { label: texts.clear, run: () => change({ q: '' }) }
      return <StateCard icon="search" level={2} title={texts.emptyTitle} body={texts.emptyBody(address.q)} action={clear} />
    }
    const entry = kinds.find(({ kind }) => kind === address.kind)
    const cases = entry?.cases.filter(({ id }) => address.fixture === '' || id === address.fixture) ?? []
    if (entry && cases.length > 0) return <KindSheet entry={entry} cases={cases} />
    const back = { label: texts.allKinds, run: () => change({ kind: '', fixture: '', q: '' }) }
    return <StateCard icon="help" level={2} title={texts.unknownTitle} body={texts.unknownBody} action={back} />
  }
}

/** The language that was chosen, else the browser's, else Italian. */
function localeOf({ lang }: Address): Locale {
  if (lang !== 'own') return lang
  const spoken = navigator.languages.map((tag) => tag.split('-')[0])
  return spoken.find((tag): tag is Locale => tag === 'it' || tag === 'en') ?? 'it'
}

/** Colours, direction and size of text are the whole page's, as they are on a customer's device. */
function useLook({ kind, fixture, scheme, dir, text }: Address, locale: Locale): void {
  useEffect(() => {
    const root = document.documentElement
    root.dataset['scheme'] = scheme
    root.dir = dir
    root.lang = locale
    root.style.fontSize = text === '100' ? '' : `${text}%`
    const label = kinds.find((entry) => entry.kind === kind)?.label[locale]
    document.title = [label, fixture, messages[locale].title, 'Mosaic'].filter(Boolean).join(' · ')
  }, [kind, fixture, scheme, dir, text, locale])
  // Another page begins at its top, with its name in sight also where the kinds are a row that scrolls.
  useEffect(() => {
    scrollTo(0, 0)
    showCurrent()
    // Until then the words are of another width.
    void document.fonts.ready.then(showCurrent)
  }, [kind, fixture])
}

/** Scrolls the list of kinds, and nothing else, until the open one is in its middle. */
function showCurrent(): void {
  const current = document.querySelector('#kinds [aria-current]')
  for (const box of document.querySelectorAll('#kinds, #kinds > ul')) {
    if (!current) return
    const [outer, inner] = [box.getBoundingClientRect(), current.getBoundingClientRect()]
    box.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
    box.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2)
  }
}

/** The hash is the state of the page: it cannot be a place on it as well. */
function focusTiles(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('tiles')?.focus()
}
