import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import type { ReleaseBody } from '@mosaic/schemas/release'
import fc, { type Arbitrary } from 'fast-check'
import type { SimCustomer } from '../../../simulator/population/types.ts'
import type { System } from '../system.ts'
import { asks, linesOf, overridesOf, type Ask, type Known } from './asks.ts'
import { createExaminer, Difference, type Place } from './examine.ts'
import type { Client } from './exchange.ts'
import { releases } from './releases.ts'
import { agingMs, changes, edgesAfter, starts, type Change } from './states.ts'
import type { Tally } from './tally.ts'

/** A brand's life for a while: a release, a few customers with a few questions, and what happens between one round of questions and the next. */
export type Walk = {
  /** Epoch milliseconds. */
  start: number
  body: ReleaseBody
  customers: readonly number[]
  asks: readonly Ask[]
  rounds: readonly Round[]
}
/** `picks` are the questions asked, by their index; together, or one after the other. */
type Round = { changes: readonly Change[]; picks: readonly number[]; isTogether: boolean }

/** @param today epoch milliseconds. */
export function walks(documents: readonly Known[], customerCount: number, today: number): Arbitrary<Walk> {
  return fc.record({
    start: starts(today),
    body: releases(today),
    customers: fc.array(fc.nat(customerCount - 1), { minLength: 1, maxLength: 3 }),
    asks: fc.array(asks(documents), { minLength: 1, maxLength: 8, size: 'max' }),
    rounds: fc.array(
      fc.record({
        changes: fc.array(changes(today), { maxLength: 3, size: 'max' }),
        picks: fc.array(fc.nat(7), { minLength: 1, maxLength: 10, size: 'max' }),
        isTogether: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8, size: 'max' },
    ),
  })
}

/** How long a call may take to end, in milliseconds, on a machine with much else to do. */
const patienceMs = 30_000

/** A read without an answer is given up after 100 ms (see releases.ts), so no answer that was quicker can have lost one. A little less, for timers are not exact. */
const quickMs = 95
/** Of systems that say nothing, an answer waits for as many as hang on each other: lines, facts, tiles. */
const silentMs = 3 * 100

type World = {
  system: System
  /** The BFF's clock, in epoch milliseconds. */
  clock: { now: number }
  client: Client
  documents: readonly Known[]
  tally: Tally
}

/** Goes a walk with a brand of its own, which nothing is known of yet. Throws a Difference that says how it came about. */
export function createWalker({ system, clock, client, documents, tally }: World) {
  const { simulator, bff, publishedDir } = system
  const examine = createExaminer({ client, documents, tally })
  let count = 0

  return async (walk: Walk): Promise<void> => {
    const brand = `walk-${++count}`
    const own = (body: ReleaseBody): ReleaseBody => ({ ...body, brand: { ...body.brand, id: brand } })
    const everybody = simulator.customers
    const customers = walk.customers.map((index) => everybody[index] as SimCustomer)
    const tokens = new Map<string, Promise<string>>()
    const kept: Place['kept'] = new Map()
    const truths: Place['truths'] = new Set()
    const story: string[] = []
    let body = own(walk.body)
    let number = 0

    simulator.reset()
    clock.now = walk.start
    try {
      await goLive()
      for (const round of walk.rounds) {
        for (const change of round.changes) await apply(change, round)
        await askAll(round)
      }
    } catch (error) {
      if (!(error instanceof Difference)) throw error
      throw new Difference(`${error.message}\n  at ${new Date(clock.now).toISOString()} after ${story.join(', ')}`)
    } finally {
      await rm(join(publishedDir, brand), { recursive: true, force: true })
    }

    async function askAll({ picks, isTogether }: Round): Promise<void> {
      const questions = picks.map((pick) => walk.asks[pick % walk.asks.length] as Ask)
      if (isTogether) await together(questions.map(question))
      else for (const ask of questions) await question(ask)
      await settle()
    }

    async function question(ask: Ask): Promise<void> {
      const customer = customers[ask.customer % customers.length] as SimCustomer
      const strangersLine = everybody.find(({ id }) => id !== customer.id)?.lines[0]?.id
      const isRestless = Object.values(body.policies).some(({ refresh }) => refresh === 'behind')
      try {
        await examine(ask, {
          lines: linesOf(customer, ask.token),
          strangersLine,
          authorization: await authorizationOf(customer, ask),
          isRestless,
          settle,
          now: clock.now,
          usualMs: quickMs + (isAnySilent() ? silentMs : 0),
          kept,
          truths,
        })
      } catch (error) {
        if (!(error instanceof Difference)) throw error
        throw new Difference(
          `${error.message}\n  by ${customer.id} with a token that is ${ask.token}, about\n${documents[ask.document]?.text}`,
        )
      }
    }

    function isAnySilent(): boolean {
      return Object.values(simulator.faults.list()).some((faults) =>
        faults.some(({ kind }) => kind === 'hang' || kind === 'hangAfterHeaders'),
      )
    }

    async function authorizationOf(customer: SimCustomer, { token: kind }: Ask): Promise<string | undefined> {
      const overrides = overridesOf(kind)
      if (!overrides) return kind === 'garbage' ? 'Bearer not.a.token' : undefined
      const name = `${customer.id} ${kind}`
      const token = tokens.get(name) ?? simulator.issueToken(customer.id, { ...overrides, claims: { brand, ...overrides.claims } })
      tokens.set(name, token)
      return `Bearer ${await token}`
    }

    async function goLive(): Promise<void> {
      await system.publish(body, { number: ++number })
      await bff.engine.check()
      if (bff.engine.get(brand)?.number !== number)
        throw new Error(`Release ${number} did not go live: ${JSON.stringify(bff.engine.state().at(-1))}`)
      tally.releases++
    }

    async function apply(change: Change, round: Round): Promise<void> {
      story.push(told(change))
      switch (change.kind) {
        case 'time':
          clock.now += change.by
          return
        case 'age':
          clock.now += Math.max(0, agingMs(change.method, change.of, body) + change.off)
          return
        case 'edge': {
          const edge = edgesAfter(clock.now, change.of, body, customers)[change.nth]
          if (edge === undefined) return
          if (edge - change.before > clock.now) clock.now = edge - change.before
          await askAll(round)
          clock.now = edge
          await askAll(round)
          clock.now = edge + 1
          return
        }
        case 'fault':
          simulator.faults.set(change.method, change.fault)
          if (change.isFelt) clock.now += agingMs(change.method, 't1Ms', body)
          return
        case 'recovery':
          simulator.faults.clear()
          return
        case 'top-up':
          return topUp(change)
        case 'release':
          body = own(change.body)
          return goLive()
      }
    }

    async function topUp({ customer: index, amount, fault }: Extract<Change, { kind: 'top-up' }>): Promise<void> {
      const customer = customers[index % customers.length] as SimCustomer
      if (fault) simulator.faults.set('topUp', fault)
      const query = 'mutation ($input: TopUpInput!) { topUp(input: $input) { status } }'
      const input = { lineId: customer.lines[0]?.id, amount, idempotencyKey: `${brand}-${story.length}` }
      const token = await simulator.issueToken(customer.id, { claims: { brand } })
      const { status } = await system.ask(undefined, query, { input }, { authorization: `Bearer ${token}` })
      if (status !== 200) throw new Error(`The top-up was answered with status ${status}`)
      simulator.faults.clear('topUp')
      await settle()
    }
  }

  /** Until no call is on its way any more: what comes back later would have another moment. */
  async function settle(): Promise<void> {
    const deadline = performance.now() + patienceMs
    while (Object.values(simulator.calls.all()).some(({ inFlight }) => inFlight > 0)) {
      if (performance.now() > deadline)
        throw new Error(`A call has been on its way for ${patienceMs / 1_000} s: expected its policy to end it`)
      await sleep(1)
    }
    // The simulator has let go of the last bytes: the BFF has read them a few turns later.
    for (let turns = 0; turns < 5; turns++) await turn()
  }
}

/** When one fails, the others still have to end: the next walk must not begin among them. */
async function together(asked: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(asked)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

function told(change: Change): string {
  if (change.kind === 'release') return 'another release'
  return Object.values(change)
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
    .join(' ')
}
