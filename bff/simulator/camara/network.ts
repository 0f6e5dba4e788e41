import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { createExpiringMap, type ExpiringMap } from '../idp/expiring-map.ts'
import type { Texts } from '../sms/texts.ts'
import type { World } from '../state/world.ts'
import type { CamaraCredentials } from './credentials.ts'

/** What somebody asked for at the authorization endpoint; `msisdn`: whose telephone the network saw. `byNetwork`: it saw it itself. */
export type Code = { redirectUri: string; scope: string; msisdn: string; byNetwork: boolean }
/** `subject`: the telephone of a three-legged token; a two-legged one has none. */
export type Token = { scope: readonly string[]; subject?: { msisdn: string; byNetwork: boolean } }
export type Otp = { msisdn: string; code: string; triesLeft: number }

/** How the network behaves until the next reset. */
export type NetworkBehaviour = {
  /** Telephones are seen over Wi-Fi alone: they are known by other ways than the network. */
  isWifi: boolean
  /** Every API answers 503. */
  isDown: boolean
}

/** The mobile network as the CAMARA APIs show it. In memory and bounded. */
export type Network = {
  world: World
  texts: Texts
  credentials: CamaraCredentials
  codes: ExpiringMap<Code>
  tokens: ExpiringMap<Token>
  otps: ExpiringMap<Otp>
  behaviour(): NetworkBehaviour
  behave(changes: Partial<NetworkBehaviour>): void
  /** When the SIM of a number was changed last; `undefined`: before anybody looked. */
  swappedAt(msisdn: string): Date | undefined
  swap(msisdn: string, at: Date | undefined): void
  /** Takes one of the one-time passwords that a number may be sent in an hour; false when there is none left. */
  takeOtp(msisdn: string): boolean
  reset(): void
}

const limit = 2_000
const otpsAnHour = 10
const hourMs = 3_600_000
/** A code is changed into a token at once; a token and a one-time password live for five minutes. */
const codeMs = 60_000
export const tokenSeconds = 300
const otpMs = 300_000
const usual: NetworkBehaviour = { isWifi: false, isDown: false }

export function createNetwork(world: World, texts: Texts, credentials: CamaraCredentials): Network {
  const now = () => world.now()
  let swaps = new Map<string, Date>()
  let sent = createExpiringMap<number>(hourMs, limit, now)
  let behaviour = usual
  return {
    world,
    texts,
    credentials,
    codes: createExpiringMap(codeMs, limit, now),
    tokens: createExpiringMap(tokenSeconds * 1_000, limit, now),
    otps: createExpiringMap(otpMs, limit, now),
    behaviour: () => behaviour,
    behave(changes) {
      behaviour = { ...behaviour, ...changes }
    },
    swappedAt: (msisdn) => swaps.get(msisdn),
    swap(msisdn, at) {
      if (at) swaps = new Map([...swaps, [msisdn, at] as const].slice(-limit))
      else swaps.delete(msisdn)
    },
    takeOtp(msisdn) {
      const count = sent.get(msisdn) ?? 0
      if (count >= otpsAnHour) return false
      sent.set(msisdn, count + 1)
      return true
    },
    reset() {
      swaps.clear()
      sent = createExpiringMap<number>(hourMs, limit, now)
      behaviour = usual
    },
  }
}

export const newSecret = () => randomBytes(32).toString('base64url')
export const newOtp = () => ({ id: randomUUID(), code: String(randomInt(1_000_000)).padStart(6, '0') })
