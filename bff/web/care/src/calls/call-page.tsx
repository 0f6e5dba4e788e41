import { useEffect } from 'react'
import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import { StateCard } from '../../../home/src/ui/state-page.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { SearchField } from '../search/search-field.tsx'
import { go, places, rename } from '../ui/place.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { messages } from './messages.ts'
import { useContact } from './use-contacts.ts'

/** `/care?call=<id>`: on to the page of whoever calls; for a number that is nobody's, to the search. */
export function CallPage({ id }: { id: string }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const { data, isPending, isError, refetch } = useContact(id)
  const customer = data?.customerId ?? undefined
  useEffect(() => {
    if (customer !== undefined) rename(places.customer(customer))
  }, [customer])
  if (isPending || customer !== undefined) return <Loading locale={locale} lines={6} />
  if (isError) return <Failed locale={locale} level={1} retry={() => void refetch()} />
  if (!data) {
    const action = { label: texts.toSearch, run: () => go(places.waiting) }
    return <StateCard level={1} icon="voice" title={texts.goneTitle} body={texts.goneBody} action={action} />
  }
  return (
    <div className="desk-waiting">
      <div className="call-stranger">
        <h1>{data.msisdn === null ? texts.ringsHidden : texts.strangerTitle(spacedNumber(data.msisdn))}</h1>
        <p className="desk-muted">{texts.strangerBody}</p>
      </div>
      <SearchField isBig />
    </div>
  )
}
