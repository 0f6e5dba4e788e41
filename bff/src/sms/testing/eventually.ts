import { vi } from 'vitest'

/** Waits for what must come. How long it takes says how busy the machine is, and nothing else. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, 30_000)
}
