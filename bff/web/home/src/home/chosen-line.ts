import { useSyncExternalStore } from 'react'

const key = 'mosaic.line'
const changed = 'mosaic:line-chosen'

/** Makes a line the one that pages are about, in this tab; undefined is the customer's default one. */
export function chooseLine(line: string | undefined): void {
  if (line === undefined) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, line)
  dispatchEvent(new Event(changed))
}

/** The line that was chosen; undefined for the default one. */
export function useChosenLine(): string | undefined {
  return useSyncExternalStore(listen, () => sessionStorage.getItem(key) ?? undefined)
}

function listen(notify: () => void): () => void {
  addEventListener(changed, notify)
  return () => removeEventListener(changed, notify)
}
