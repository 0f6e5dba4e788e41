import { useSyncExternalStore } from 'react'

const changed = 'mosaic:navigated'

/** Goes to a place of this app; `path` starts with a slash. */
export function navigate(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new Event(changed))
  scrollTo(0, 0)
}

/** The place of the app the address names. */
export function usePath(): string {
  return useSyncExternalStore(
    (notify) => {
      addEventListener('popstate', notify)
      addEventListener(changed, notify)
      return () => {
        removeEventListener('popstate', notify)
        removeEventListener(changed, notify)
      }
    },
    () => location.pathname,
  )
}
