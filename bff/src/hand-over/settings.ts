import type { ConfigReader } from '../config-reader.ts'

/** How many links may be sent: by one agent, and to one number. */
export type HandOverSettings = Readonly<Record<'agent' | 'number', { inTenMinutes: number; aDay: number }>>

/** `mostFailed`: openings that fail from one address in ten minutes. `proxies`: our own that stand before this server, each adding to `x-forwarded-for`. */
export type OpeningSettings = { mostFailed: number; proxies: number }

export function openingSettings(read: ConfigReader): OpeningSettings {
  return { mostFailed: read.integer('HAND_OVER_OPENING_LIMIT', 300, 1, 1_000_000), proxies: read.integer('TRUSTED_PROXIES', 0, 0, 10) }
}

export function handOverSettings(read: ConfigReader): HandOverSettings {
  const most = (name: string, fallback: number) => read.integer(name, fallback, 1, 10_000)
  return {
    agent: { inTenMinutes: most('HAND_OVER_AGENT_LIMIT', 20), aDay: most('HAND_OVER_AGENT_DAY_LIMIT', 150) },
    number: { inTenMinutes: most('HAND_OVER_NUMBER_LIMIT', 3), aDay: most('HAND_OVER_NUMBER_DAY_LIMIT', 8) },
  }
}
