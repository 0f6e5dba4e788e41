import { useMemo, useSyncExternalStore } from 'react'
import { readAddress, writeAddress, type Address } from './address.ts'

/** What the address says now, and a way to change it: no new entry in the browser's history, which would remember every key of a search. */
export function useAddress(): [address: Address, change: (part: Partial<Address>) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const address = useMemo(() => readAddress(hash), [hash])
  return [address, change]
}

function change(part: Partial<Address>): void {
  history.replaceState(null, '', writeAddress({ ...readAddress(location.hash), ...part }))
  // Replacing says nothing to anybody.
  dispatchEvent(new HashChangeEvent('hashchange'))
}

function subscribe(notify: () => void): () => void {
  addEventListener('hashchange', notify)
  return () => removeEventListener('hashchange', notify)
}
