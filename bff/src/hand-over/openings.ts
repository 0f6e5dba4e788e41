import { isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'
import { ClientError } from '../client-error.ts'
import type { Metrics } from '../metrics.ts'
import type { HandOvers } from './contract.ts'
import type { OpeningSettings } from './settings.ts'

/** What came of a tap; `gone` is one answer for every link that cannot be opened. */
export type Opening = { status: 'open'; claim: string; code: string } | { status: 'gone' }

export type Openings = {
  /**
   * Opens a link for whoever asks from an address.
   * @param opener of the device that taps: with the same one it gets the same claim again, for a short while
   * @throws {ClientError} TOO_MANY for an address from which too many have failed
   */
  open(token: string, opener: string | undefined, address: string | undefined): Promise<Opening>
}

type Options = {
  handOvers: Pick<HandOvers, 'open'>
  settings: OpeningSettings
  /** Epoch milliseconds. */
  now: () => number
  metrics: Pick<Metrics, 'handOverOpenings'>
}

const windowMs = 10 * 60_000
/** Of so many addresses is counted at a time; who comes from more has more to spend than 128 bits allow for. */
const mostAddresses = 20_000

/**
 * Openings, with a bound for those that fail from one address: somebody who guesses is stopped, and thousands of customers behind one address of a mobile network,
 * whose links open, are not. What is under way counts as failed until it has not; who is above the bound is told so before anything is looked up, whatever his token.
 */
export function createOpenings({ handOvers, settings, now, metrics }: Options): Openings {
  const failures = new LRUCache<string, { since: number; count: number }>({ max: mostAddresses })

  function countOf(address: string | undefined) {
    const key = networkOf(address)
    const known = failures.get(key)
    if (known && now() - known.since < windowMs) return known
    const fresh = { since: now(), count: 0 }
    failures.set(key, fresh)
    return fresh
  }

  return {
    async open(token, opener, address) {
      const failed = countOf(address)
      if (failed.count >= settings.mostFailed) {
        metrics.handOverOpenings.inc({ outcome: 'refused' })
        throw tooMany(failed.since + windowMs - now())
      }
      failed.count++
      let opened: Awaited<ReturnType<HandOvers['open']>>
      try {
        opened = await handOvers.open(token, opener)
      } catch (error) {
        // A store that does not answer is nobody's guess.
        failed.count--
        throw error
      }
      if (opened) failed.count--
      metrics.handOverOpenings.inc({ outcome: opened ? (opened.isAgain ? 'again' : 'open') : 'gone' })
      return opened ? { status: 'open', claim: opened.claim, code: opened.handOver.code } : { status: 'gone' }
    },
  }
}

/**
 * Whom a request comes from: the connection's other end, or whom the last of our own proxies names. What stands further left in the header anybody may have written.
 * @param proxies how many of our own stand before this server
 */
export function addressOf(peer: string | undefined, forwardedFor: string | undefined, proxies: number): string | undefined {
  if (proxies === 0) return peer
  const named = (forwardedFor ?? '').split(',').map((part) => part.trim())
  return named[named.length - proxies] || peer
}

/** Who has one address of IPv6 has 2^64 of them: they are one. What is no address is one, too. */
function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/^\[|\]$|%.*$/g, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(plain)) return plain.slice(0, 45)
  const [left = '', right] = plain.toLowerCase().split('::')
  const groups = left === '' ? [] : left.split(':')
  const after = right === undefined || right === '' ? [] : right.split(':')
  const all =
    right === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
  return all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':') // prettier-ignore
}

function tooMany(waitMs: number): ClientError {
  const fault = {
    expected: 'fewer links that do not open',
    got: 'as many as one address may try',
    fix: 'Wait some minutes, then try again',
  }
  return new ClientError('TOO_MANY', 'No more links are opened from here for now', fault, {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  })
}
