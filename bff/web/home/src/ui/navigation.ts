import { useSyncExternalStore } from 'react'

const changed = 'mosaic:navigated'

/** Goes to a place of this app; `path` starts with a slash. `replace`: the place that is left is none to come back to. */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  dispatchEvent(new Event(changed))
  scrollTo(0, 0)
}

/** The place of the app the address names. */
export function usePath(): string {
  return useAddress(() => location.pathname)
}

/** The part of the place that is meant, such as a tile: what stands behind `#`; empty when it is all of it. */
export function usePart(): string {
  return useAddress(() => location.hash.slice(1))
}

function useAddress(read: () => string): string {
  return useSyncExternalStore(listen, read)
}

function listen(notify: () => void): () => void {
  addEventListener('popstate', notify)
  addEventListener('hashchange', notify)
  addEventListener(changed, notify)
  return () => {
    removeEventListener('popstate', notify)
    removeEventListener('hashchange', notify)
    removeEventListener(changed, notify)
  }
}
