import { messages } from './i18n/messages.ts'
import { useDesk } from './desk-context.tsx'
import { CustomerPage } from './customer/customer-page.tsx'
import { RegisterPage } from './register/register-page.tsx'
import { ReportsPage } from './reports/reports-page.tsx'
import { slots } from './slots.ts'
import { go, places, usePlace } from './ui/place.ts'
import { Shell } from './ui/shell.tsx'
import { StateCard } from '../../home/src/ui/state-page.tsx'
import { WaitingPage } from './waiting/waiting-page.tsx'

/** The pages of the desk. */
export function Routes({ onSignOut }: { onSignOut: () => void }) {
  const { staff, locale } = useDesk()
  const texts = messages[locale]
  const { path, query } = usePlace()
  return (
    <Shell path={path} onSignOut={onSignOut}>
      {page()}
    </Shell>
  )

  function page() {
    const back = { label: texts.backToWaiting, run: () => go(places.waiting) }
    const call = query.get('call')
    if (path === places.waiting && call && slots.call) return <slots.call key={call} id={call} />
    if (path === places.waiting || path === `${places.waiting}/`) return <WaitingPage />
    const customerId = customerOf(path)
    // A key for each customer: what was open or chosen for one means nothing for another.
    if (customerId) return <CustomerPage key={customerId} id={customerId} />
    if (path === places.register || path === places.reports) {
      if (!staff.roles.includes('supervisor'))
        return <StateCard icon="shield" title={texts.notYoursTitle} body={texts.notYoursBody} action={back} />
      return path === places.register ? <RegisterPage /> : <ReportsPage />
    }
    return <StateCard icon="search" title={texts.notFoundTitle} body={texts.notFoundBody} action={back} />
  }
}

function customerOf(path: string): string | undefined {
  const written = /^\/care\/customer\/([^/]{1,200})$/.exec(path)?.[1]
  try {
    return written && decodeURIComponent(written)
  } catch {
    // An address that somebody has cut short.
    return undefined
  }
}
