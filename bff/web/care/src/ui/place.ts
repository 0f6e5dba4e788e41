import { useSyncExternalStore } from 'react'

const changed = 'mosaic:desk-went'

/** Goes to a place of the desk; `place` starts with /care. */
export function go(place: string): void {
  history.pushState(null, '', place)
  dispatchEvent(new Event(changed))
  scrollTo(0, 0)
}

/** Another address for the same place: going back does not lead to it. */
export function rename(place: string): void {
  history.replaceState(null, '', place)
  dispatchEvent(new Event(changed))
}

/** Where the desk is: path and query of the address. */
export function usePlace(): { path: string; query: URLSearchParams } {
  const address = useSyncExternalStore(
    (notify) => {
      addEventListener('popstate', notify)
      addEventListener(changed, notify)
      return () => {
        removeEventListener('popstate', notify)
        removeEventListener(changed, notify)
      }
    },
    () => `${location.pathname}${location.search}`,
  )
  const url = new URL(address, location.origin)
  return { path: url.pathname, query: url.searchParams }
}

/** The places of the desk. */
export const places = {
  waiting: '/care',
  customer: (id: string) => `/care/customer/${encodeURIComponent(id)}`,
  register: '/care/register',
  reports: '/care/reports',
} as const
