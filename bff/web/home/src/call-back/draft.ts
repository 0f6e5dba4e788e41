import { useCallback, useState } from 'react'

const prefix = 'mosaic.said.'

/** What a customer is writing, kept in the tab: closing the dialog, a reload and a lost network cost him nothing. @param about what it belongs to */
export function useDraft(about: string): [said: string, setSaid: (said: string) => void, forget: () => void] {
  const [said, setSaid] = useState(() => sessionStorage.getItem(prefix + about) ?? '')
  const write = useCallback(
    (next: string) => {
      setSaid(next)
      try {
        sessionStorage.setItem(prefix + about, next)
      } catch {
        // Then it lasts as long as the dialog.
      }
    },
    [about],
  )
  const forget = useCallback(() => {
    setSaid('')
    sessionStorage.removeItem(prefix + about)
  }, [about])
  return [said, write, forget]
}
