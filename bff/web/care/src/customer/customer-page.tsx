import { useEffect, useState } from 'react'
import { StateCard } from '../../../home/src/ui/state-page.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { SeenPane } from '../seen/seen-pane.tsx'
import { slots } from '../slots.ts'
import { go, places } from '../ui/place.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { messages } from './messages.ts'
import { useCustomer, type KnownCustomer } from './use-customer.ts'
import { WhoPane } from './who-pane.tsx'

/** Everything about one customer on one page: who he is, what he sees, where to take him, and what has been. */
export function CustomerPage({ id }: { id: string }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const customer = useCustomer(id)
  if (customer.isPending) return <Loading locale={locale} lines={6} />
  if (customer.isError) return <Failed locale={locale} level={1} retry={() => void customer.refetch()} />
  if (customer.data) return <Panes customer={customer.data} />
  return (
    <StateCard
      icon="search"
      title={texts.nobodyTitle}
      body={texts.nobodyBody(id)}
      action={{ label: texts.backToSearch, run: () => go(places.waiting) }}
    />
  )
}

function Panes({ customer }: { customer: KnownCustomer }) {
  const [lineId, setLineId] = useState<string>()
  const line = customer.lines.find(({ id }) => id === lineId) ?? customer.lines[0]
  useEffect(() => {
    const before = document.title
    document.title = `${customer.name} · ${before}`
    return () => {
      document.title = before
    }
  }, [customer.name])
  return (
    <div className="customer">
      <WhoPane customer={customer} line={line} onLine={setLineId} />
      {/* What the agent does comes before what he looks at, for who goes by keyboard and on a narrow page. */}
      {slots.beside.length > 0 && (
        <div className="customer-beside">
          {slots.beside.map((Part, index) => (
            <Part key={index} customer={customer} line={line} />
          ))}
        </div>
      )}
      <SeenPane customer={customer} line={line} />
      <HistoryPanel id={customer.id} />
    </div>
  )
}
