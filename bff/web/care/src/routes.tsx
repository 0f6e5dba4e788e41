import { messages } from './i18n/messages.ts'
import { useDesk } from './desk-context.tsx'
import { CustomerPage } from './customer/customer-page.tsx'
import { slots } from './slots.ts'
import { go, places, usePlace } from './ui/place.ts'
import { Shell } from './ui/shell.tsx'
import { StateCard } from '../../home/src/ui/state-page.tsx'
import { WaitingPage } from './waiting/waiting-page.tsx'

/** The pages of the desk. */
export function Routes({ onSignOut }: { onSignOut: () => void }) {
  const { locale } = useDesk()
  const texts = messages[locale]
  const { path, query } = usePlace()
  return (
    <Shell path={path} onSignOut={onSignOut}>
      {page()}
    </Shell>
  )

  function page() {
    const call = query.get('call')
    if (path === places.waiting && call && slots.call) return <slots.call key={call} id={call} />
    if (path === places.waiting || path === `${places.waiting}/`) return <WaitingPage />
    const customerId = customerPath.exec(path)?.[1]
    // A key for each customer: what was open or chosen for one means nothing for another.
    if (customerId) return <CustomerPage key={customerId} id={decodeURIComponent(customerId)} />
    const back = { label: texts.backToWaiting, run: () => go(places.waiting) }
    return <StateCard icon="search" title={texts.notFoundTitle} body={texts.notFoundBody} action={back} />
  }
}

const customerPath = /^\/care\/customer\/([^/]{1,200})$/
