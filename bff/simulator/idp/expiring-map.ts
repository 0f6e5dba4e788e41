/** A bounded map whose entries live for a while. The oldest entry gives way to a new one. */
export type ExpiringMap<T> = {
  set(key: string, value: T): void
  get(key: string): T | undefined
  /** Gets the value, once. */
  take(key: string): T | undefined
}

export function createExpiringMap<T>(lifetimeMs: number, limit: number, now: () => Date): ExpiringMap<T> {
  const entries = new Map<string, { value: T; until: number }>()
  const get = (key: string) => {
    const entry = entries.get(key)
    return entry && entry.until > now().getTime() ? entry.value : undefined
  }
  return {
    get,
    set(key, value) {
      entries.delete(key)
      entries.set(key, { value, until: now().getTime() + lifetimeMs })
      const oldest = entries.keys().next()
      if (entries.size > limit && !oldest.done) entries.delete(oldest.value)
    },
    take(key) {
      const value = get(key)
      entries.delete(key)
      return value
    },
  }
}
