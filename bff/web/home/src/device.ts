import { useEffect, useState, useSyncExternalStore } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'

/** Whether a media query holds, kept up to date. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = matchMedia(query)
      list.addEventListener('change', notify)
      return () => list.removeEventListener('change', notify)
    },
    () => matchMedia(query).matches,
  )
}

/** The grid that fits this window: phones 4 columns, tablets 8, wider ones 12. */
export function useFormFactor(): FormFactor {
  const isMedium = useMediaQuery('(min-width: 640px)')
  const isExpanded = useMediaQuery('(min-width: 1024px)')
  if (isExpanded) return 'expanded'
  return isMedium ? 'medium' : 'compact'
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (notify) => {
      addEventListener('online', notify)
      addEventListener('offline', notify)
      return () => {
        removeEventListener('online', notify)
        removeEventListener('offline', notify)
      }
    },
    () => navigator.onLine,
  )
}

/** The time, precise enough for ages in minutes. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** True when the app was installed and runs in its own window: a personal device, not a visit. */
export function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches
}
