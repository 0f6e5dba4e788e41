import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { go, places } from '../ui/place.ts'
import { FailedLine } from '../ui/states.tsx'
import { messages } from './messages.ts'
import { useSearch } from './use-search.ts'
import { linesToShow, mostFound, type Found } from './wanted.ts'

/**
 * Finds a customer while one types. `/` comes here from anywhere, the arrows choose, Enter opens: at once where only one is meant, also before the list is there.
 *
 * @param isBig on the page that is all about it: it takes the focus and says what can be searched
 */
export function SearchField({ isBig = false }: { isBig?: boolean }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(-1)
  const [isOpen, setIsOpen] = useState(false)
  const { found, isSearching, hasFailed, retry, now } = useSearch(typed)
  useSlash(() => field.current?.focus())
  useEffect(() => {
    if (isBig) field.current?.focus()
  }, [isBig])

  const open = ({ id: customerId }: Found) => {
    setTyped('')
    setIsOpen(false)
    go(places.customer(customerId))
  }
  /** Enter without a choice: who is the only one is meant. */
  const openOnly = async () => {
    const [first, second] = await now()
    // Somebody who types on has not meant it.
    if (!first || field.current?.value !== typed) return
    if (second) setActive(0)
    else open(first)
  }
  const change = (text: string) => {
    setTyped(text)
    setActive(-1)
    setIsOpen(true)
  }
  const press = (event: KeyboardEvent) => {
    // It leads here from anywhere: whoever is here already does not mean to write it.
    if (event.key === '/' && typed === '') event.preventDefault()
    if (event.key === 'Escape') {
      change('')
      setIsOpen(false)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = found?.[active]
      if (chosen) open(chosen)
      else void openOnly()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || !found || found.length === 0) return
    event.preventDefault()
    setIsOpen(true)
    setActive((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length)
  }
  const isListed = isOpen && found !== undefined && found.length > 0
  return (
    <search
      className="desk-search"
      data-big={isBig || undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!isBig && !currentTarget.contains(relatedTarget)) setIsOpen(false)
      }}
    >
      <div className="search">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          inputMode="search"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={texts.label}
          aria-keyshortcuts="/"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isListed && active >= 0 ? `${id}-${active}` : undefined}
          placeholder={texts.hint}
          value={typed}
          onChange={({ target }) => change(target.value)}
          onFocus={() => setIsOpen(true)}
          onKeyDown={press}
        />
        {isSearching ? <span className="spinner" aria-hidden="true" /> : <kbd aria-hidden="true">/</kbd>}
      </div>
      <p className="visually-hidden" role="status">
        {isSearching ? texts.searching : found && found.length > 0 && texts.found(found.length)}
      </p>
      {hasFailed && isOpen && (
        <FailedLine locale={locale} retry={retry}>
          {texts.failed}
        </FailedLine>
      )}
      {isOpen && found?.length === 0 && (
        <div className="desk-none" role="status">
          <strong>{texts.none}</strong>
          <p>{texts.noneBody}</p>
        </div>
      )}
      <div id={`${id}-list`} className="desk-found" role="listbox" aria-label={texts.label} hidden={!isListed}>
        {isListed &&
          found.map((customer, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are pressed in the field, which keeps the focus
            <div
              key={customer.id}
              id={`${id}-${index}`}
              className="desk-found-row"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(customer)}
            >
              <FoundRow customer={customer} typed={typed} />
            </div>
          ))}
      </div>
      {isListed && found.length >= mostFound && <p className="desk-muted">{texts.many}</p>}
      {isBig && typed === '' && <p className="desk-muted desk-search-how">{texts.how}</p>}
    </search>
  )
}

function FoundRow({ customer, typed }: { customer: Found; typed: string }) {
  const texts = useTexts(messages)
  const { shown, others } = linesToShow(customer, typed)
  return (
    <>
      <span className="desk-found-name">{customer.name}</span>
      <span className="desk-found-code">
        {customer.id}
        {customer.city && ` · ${customer.city}`}
      </span>
      <span className="desk-found-lines">
        {shown.length === 0 && texts.noLines}
        {shown.map(({ id, msisdn }) => (
          <bdi key={id} dir="ltr">
            {spacedNumber(msisdn)}
          </bdi>
        ))}
        {others > 0 && <span>{texts.moreLines(others)}</span>}
      </span>
    </>
  )
}

/** `/` anywhere but where somebody is writing. */
function useSlash(run: () => void): void {
  const focus = useEffectEvent(run)
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      event.preventDefault()
      focus()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')
}
