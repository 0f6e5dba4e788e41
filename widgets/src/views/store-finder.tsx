import { useId, useState } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import type { ContactStore, ContactStores } from '../contacts/present.ts'
import type { WidgetViewProps } from '../view-props.ts'
import { IconMark } from './icons.tsx'
import { isOpenAt } from './open-now.ts'
import { ActionButton, Pill } from './parts.tsx'
import { matchStores } from './search-stores.ts'

type StoreFinderProps = Omit<WidgetViewProps<unknown>, 'widget' | 'payload'> & { stores: ContactStores }

/** So many are shown before anybody has searched; the others are one tap away. */
const shownAtFirst = 5

/** The shops, found by town or postcode among those there are: nobody is asked where he is. */
export function StoreFinder({ stores: { items, issueText }, ...props }: StoreFinderProps) {
  const texts = words[props.locale]
  const searchId = useId()
  const [query, setQuery] = useState('')
  const [isWhole, setIsWhole] = useState(false)
  if (issueText) return <p className="tile-body">{issueText}</p>
  const found = matchStores(items, query)
  const shown = isWhole || query.trim() !== '' ? found : found.slice(0, shownAtFirst)
  return (
    <div className="stores">
      <label htmlFor={searchId}>{texts.search}</label>
      <input
        id={searchId}
        type="search"
        autoComplete="off"
        enterKeyHint="search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p className="stores-count" role="status">
        {found.length === 0 ? texts.none : texts.count(found.length)}
      </p>
      <ul className="rows">
        {shown.map((store) => (
          <li key={store.id} className="row store">
            <StoreRow store={store} {...props} />
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <button type="button" className="action action-soft" onClick={() => setIsWhole(true)}>
          {texts.all(found.length)}
        </button>
      )}
    </div>
  )
}

function StoreRow({ store, ...props }: Omit<StoreFinderProps, 'stores'> & { store: ContactStore }) {
  const { name, addressText, hoursText, hours, timeZone, services, phone, dial, directions } = store
  const texts = words[props.locale]
  const isOpen = hours.length > 0 ? isOpenAt(hours, timeZone, props.now) : undefined
  return (
    <>
      <IconMark name="pin" />
      <div className="row-words">
        <p className="row-primary">
          <bdi>{name}</bdi>{' '}
          {isOpen !== undefined && <Pill tone={isOpen ? 'positive' : 'neutral'}>{isOpen ? texts.open : texts.closed}</Pill>}
        </p>
        <p className="row-secondary">{addressText}</p>
        {hoursText && <p className="row-secondary">{hoursText}</p>}
        {services.length > 0 && <p className="row-secondary">{services.join(' · ')}</p>}
        <div className="action-row">
          {directions && <ActionButton action={directions} look="link" {...props} />}
          {dial && (
            <a className="action action-link" href={`tel:${dial}`} aria-label={`${texts.call(name)}, ${phone}`}>
              <bdi dir="ltr">{phone}</bdi>
            </a>
          )}
        </div>
      </div>
    </>
  )
}

const words = {
  it: {
    search: 'Cerca un negozio per città o CAP',
    count: (count: number) => (count === 1 ? 'Un negozio' : `${count} negozi`),
    none: 'Nessun negozio corrisponde: prova con la città più vicina.',
    all: (count: number) => `Mostra tutti i ${count} negozi`,
    open: 'Aperto ora',
    closed: 'Chiuso ora',
    call: (name: string) => `Chiama ${name}`,
  },
  en: {
    search: 'Find a shop by town or postcode',
    count: (count: number) => (count === 1 ? 'One shop' : `${count} shops`),
    none: 'No shop matches: try the nearest town.',
    all: (count: number) => `Show all ${count} shops`,
    open: 'Open now',
    closed: 'Closed now',
    call: (name: string) => `Call ${name}`,
  },
} satisfies Record<Locale, unknown>
