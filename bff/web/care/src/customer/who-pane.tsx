import { useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import { useTexts } from '../desk-context.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Line } from '../types.ts'
import { messages } from './messages.ts'
import { StandingPanels } from './standing-panels.tsx'
import type { KnownCustomer } from './use-customer.ts'

type WhoPaneProps = { customer: KnownCustomer; line: Line | undefined; onLine: (id: string) => void }

/** From this many lines on, a list needs a search. */
const searchFrom = 8

/** The left pane: who it is, which line it is about, and how things stand. */
export function WhoPane({ customer, line, onLine }: WhoPaneProps) {
  const texts = useTexts(messages)
  const { id, name, city, locale, lines } = customer
  return (
    <div className="customer-who">
      <section className="desk-panel" aria-label={texts.who}>
        <h1 className="customer-name">{name}</h1>
        <p className="desk-muted">{[texts.code(id), city].filter(Boolean).join(' · ')}</p>
        <ul className="customer-facts">
          <li>
            <Icon name="globe" />
            {(locale && texts.language[locale]) ?? texts.languageUnknown}
          </li>
          <Consent mayBeTexted={customer.mayBeTexted} />
        </ul>
      </section>
      <Panel title={texts.lines}>
        {lines.length === 0 ? <p className="desk-muted">{texts.noLines}</p> : <Lines lines={lines} line={line} onLine={onLine} />}
      </Panel>
      <StandingPanels id={id} line={line?.id} />
    </div>
  )
}

function Consent({ mayBeTexted }: Pick<KnownCustomer, 'mayBeTexted'>) {
  const texts = useTexts(messages)
  if (mayBeTexted === null)
    return (
      <li>
        <Icon name="help" />
        {texts.neverAsked}
      </li>
    )
  return (
    <li data-tone={mayBeTexted ? undefined : 'warning'}>
      <Icon name={mayBeTexted ? 'sms' : 'warning'} />
      {mayBeTexted ? texts.mayBeTexted : texts.mayNotBeTexted}
    </li>
  )
}

function Lines({ lines, line, onLine }: { lines: readonly Line[]; line: Line | undefined; onLine: (id: string) => void }) {
  const texts = useTexts(messages)
  const [wanted, setWanted] = useState('')
  const plain = wanted.replace(/\s+/g, '')
  const found = lines.filter(({ msisdn }) => msisdn.includes(plain))
  return (
    <>
      {lines.length >= searchFrom && (
        <label className="search customer-line-search">
          <Icon name="search" />
          <span className="visually-hidden">{texts.searchLine}</span>
          <input
            type="text"
            inputMode="search"
            placeholder={texts.searchLine}
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
          />
        </label>
      )}
      <div className="customer-lines" role="radiogroup" aria-label={texts.lines}>
        {found.map(({ id, msisdn, kind, status }) => (
          <label key={id} className="customer-line">
            <input type="radio" name="customer-line" value={id} checked={id === line?.id} onChange={() => onLine(id)} />
            <span className="customer-line-number">
              <bdi dir="ltr">{spacedNumber(msisdn)}</bdi>
            </span>
            <span className="desk-muted" data-tone={status === 'active' ? undefined : 'warning'}>
              {texts.lineKinds[kind] ?? kind} · {texts.lineStates[status] ?? status}
            </span>
          </label>
        ))}
      </div>
      <p role="status" className="line-none">
        {found.length === 0 && texts.noLineFound}
      </p>
    </>
  )
}
