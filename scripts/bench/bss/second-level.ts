import KeyvRedis from '@keyv/redis'
import { createClient } from '@redis/client'
import { Keyv } from 'keyv'
import { createContracts } from '../../../bff/src/bss/contracts.ts'
import { createShared } from '../../../bff/src/bss/shared/index.ts'
import type { SharedKey } from '../../../bff/src/bss/shared/contract.ts'
import { createLog } from '../../../bff/src/log.ts'
import { createMetrics } from '../../../bff/src/metrics.ts'
import type { RedisServer } from '../../../bff/src/testing/servers/redis.ts'
import type { Bill, ReadMethodName } from '@mosaic/schemas/bss'
import type { Part } from './contract.ts'
import { asyncCacheDedupe } from './peers/async-cache-dedupe.ts'
import { createBento } from './peers/bentocache.ts'
import { contractPolicies, untilUsed } from './peers/mosaic.ts'
import { connectRedis } from './peers/redis-client.ts'
import { interleaved, rowsBeside, type Contender } from './rounds.ts'

/** Short and many, as in the first level. */
const rounds = 61
const reads = 150
const parallel = 50
const day = 86_400_000
/** Different ones, so that nobody reads one for all. */
const keys = Array.from({ length: parallel }, (_, index) => index)
const method = 'bills' satisfies ReadMethodName

/** What is read: bills whose JSON is 4 KB long. */
const value: Bill[] = Array.from({ length: 18 }, (_, index) => ({
  id: `bill-2026-${index}`,
  number: `2026/000${index}/IT`,
  amount: { minor: 2_490, currency: 'EUR' },
  remaining: { minor: 0, currency: 'EUR' },
  issuedOn: '2026-10-01T00:00:00.000Z',
  dueOn: '2026-10-25T00:00:00.000Z',
  state: 'paid',
}))

/** A value of 4 KB from Redis to its object, each with its own client: one after the other, and fifty at a time. */
export const secondLevel: Part = {
  title: 'Second level',
  why: `${rounds} interleaved rounds of reading ${Math.round(JSON.stringify(value).length / 102.4) / 10} KB from Redis`,
  needsRedis: true,
  async run(redis) {
    const { readers, close } = await openReaders(redis as RedisServer)
    try {
      for (const { name, read } of readers) {
        const length = JSON.stringify(await read(0)).length
        if (length < JSON.stringify(value).length) throw new Error(`${name} does not read the value: it reads ${length} characters`)
      }
      const named = readers.map(({ name, read }) => ({ name: `second level, ${name}`, read }))
      const alone = await interleaved(named.map(({ name, read }) => inTurns(name, read, 1)), rounds) // prettier-ignore
      const together = await interleaved(named.map(({ name, read }) => inTurns(name, read, parallel)), rounds) // prettier-ignore
      const base = `second level, ${raw}`
      return [
        ...rowsBeside(base, alone, { metric: '4 KB, one at a time', unit: 'µs' }),
        ...rowsBeside(base, together, { metric: `4 KB, ${parallel} at a time`, unit: 'µs' }),
      ]
    } finally {
      await close()
    }
  },
}

type Reader = { name: string; read: (key: number) => Promise<unknown> }
const raw = 'GET + JSON.parse'

async function openReaders({ url }: RedisServer): Promise<{ readers: Reader[]; close: () => Promise<unknown> }> {
  const json = JSON.stringify(value)
  const client = createClient({ url })
  await client.connect()
  const keyv = new Keyv<unknown>(new KeyvRedis(url))
  const [log, metrics, contracts] = [createLog('silent'), createMetrics(), createContracts()]
  const shared = await createShared({ url, deadlineMs: 1_000 }, { log, metrics })
  await untilUsed(metrics)
  const bentoClient = await connectRedis(url, 1_000)
  const bento = createBento(bentoClient, url, 'second')
  const origin = { ask: () => Promise.resolve(value) }
  const policies = { ...contractPolicies, [method]: { ...contractPolicies[method], t1Ms: day, t2Ms: day } }
  const dedupe = await asyncCacheDedupe.open({ origin, policies, redis: { url, deadlineMs: 1_000 } })

  for (const key of keys) {
    await client.set(`raw:${key}`, json)
    await keyv.set(`keyv:${key}`, value, day)
    await bento.set({ key: `bento:${key}`, value, ttl: day })
    await dedupe.get({ method, customer: key })
    const turn = await shared.turn(questionOf(key), 0, true)
    if (turn.whose !== 'ours') throw new Error('Nobody else should have a turn here')
    await turn.lease.succeed({ json, fetchedAt: Date.now() }, day)
  }
  const readers: Reader[] = [
    { name: raw, read: async (key) => JSON.parse((await client.get(`raw:${key}`)) ?? '') as unknown },
    { name: 'mosaic', read: async (key) => JSON.parse((await shared.read(questionOf(key)))?.json ?? '') as unknown },
    { name: 'mosaic, contract checked', read: async (key) => contracts.parse(method, (await shared.read(questionOf(key)))?.json ?? '') },
    { name: 'keyv', read: (key) => keyv.get(`keyv:${key}`) },
    { name: 'bentocache', read: (key) => bento.get({ key: `bento:${key}` }) },
    { name: 'async-cache-dedupe', read: async (key) => dedupe.get({ method, customer: key }) },
  ]
  const close = async () => {
    await Promise.all([keyv.disconnect(), shared.close(), bento.disconnect(), dedupe.close()])
    bentoClient.disconnect()
    client.destroy()
  }
  return { readers, close }
}

function questionOf(customer: number): SharedKey {
  const tag = `aurora/${method}/C-${customer}`
  return { brand: 'aurora', method, tag, variant: 'rest1', key: `${tag}\nrest1` }
}

/** Microseconds a read, with so many under way at a time. */
function inTurns(name: string, read: Reader['read'], atOnce: number): Contender {
  return {
    name,
    async round() {
      const begun = performance.now()
      for (let count = 0; count < reads; count += atOnce) await Promise.all(keys.slice(0, atOnce).map((key) => read(key)))
      return ((performance.now() - begun) * 1_000) / reads
    },
  }
}
