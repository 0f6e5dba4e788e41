import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Shelf } from '../../store/contract.ts'

/** What came of looking at a signature. `repeated`: it is right, and has been used before. */
export type Signed = 'good' | 'bad' | 'repeated'

/** Tells whether a request is from who shares the secret, and is not an old one sent again. Rejects when the store cannot be asked. */
export type Signatures = { check(header: string | undefined, body: string): Promise<Signed> }

/** How far the clocks of two machines may be apart, in seconds: what is older was kept by somebody. */
const toleranceSeconds = 300

/**
 * The header `x-mosaic-signature: t=<unix seconds>,v1=<HMAC-SHA-256 of "t.body" in hex>`. Each signature is good once: it is remembered in the store, so over all
 * processes, and for longer than its moment is accepted.
 */
export function createSignatures({ secret, shelf, now }: { secret: string; shelf: Shelf; now: () => number }): Signatures {
  return {
    async check(header, body) {
      const [, seconds = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
      const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest()
      // Always compared, and in the same time, whatever is wrong with it.
      const isRight = timingSafeEqual(expected, given === '' ? Buffer.alloc(expected.length) : Buffer.from(given, 'hex')) && given !== ''
      if (!isRight || Math.abs(now() / 1_000 - Number(seconds)) > toleranceSeconds) return 'bad'
      const id = `webhook:${createHash('sha256').update(given).digest('hex')}`
      return (await shelf.add('rate', { id, at: new Date(now()), keys: ['webhook'], body: {} })) ? 'good' : 'repeated'
    },
  }
}
