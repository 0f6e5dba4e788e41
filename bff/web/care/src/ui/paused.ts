import { useEffect, useState } from 'react'

/** Nobody reads what is found before he has stopped typing, in milliseconds. */
const pauseMs = 200

/** What stands once nothing has been typed for a moment. */
export function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(setPaused, pauseMs, value)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
