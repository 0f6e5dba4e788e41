import type { PolicyChanges, ReadMethodName } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { releaseBody, surface } from './release-body.ts'
import { homeDocument, startSystem, type Data, type System, type SystemOptions } from './system.ts'

/** A running system whose one home shows a tile of every system, and what can be done to it. */
export type StruckHome = {
  system: System
  /** A customer who has something of everything: a hybrid line, with credit and bills. */
  customerId: string
  /** Moves the BFF's clock: what it knows grows older by so many milliseconds. */
  age(ms: number): void
  /** The moment, by the BFF's clock. */
  now(): number
  /** The home as the customer's app gets it. Throws when anything but a home comes. */
  ask(customerId?: string): Promise<Data['mosaic']>
  /** From now on these policies hold. */
  setPolicies(policies: ReleaseBody['policies']): Promise<void>
}

/** The tiles that a system's answer is drawn in. */
export const tilesOf = {
  balance: ['credit'],
  usage: ['counters'],
  bills: ['latest-bill'],
  account: ['latest-bill'],
  lines: ['my-lines', 'recharge'],
  offers: ['big-data'],
} as const satisfies Partial<Record<ReadMethodName, readonly string[]>>
export type ShownMethod = keyof typeof tilesOf
export const shownMethods = Object.keys(tilesOf) as ShownMethod[]
export const tileIds = [...new Set(Object.values(tilesOf).flat()), 'welcome']

export async function startStruckHome(policies: ReleaseBody['policies'], options: SystemOptions = {}): Promise<StruckHome> {
  let ahead = 0
  const now = () => Date.now() + ahead
  const system = await startSystem({ body: bodyWith(policies), bffNow: () => new Date(now()), ...options })
  const hybrid = system.simulator.customers.find(({ lines }) => lines[0]?.payment === 'hybrid')
  if (!hybrid) throw new RangeError('The simulator has no customer with a hybrid line')
  let release = 1
  return {
    system,
    customerId: hybrid.id,
    age: (ms) => void (ahead += ms),
    now,
    async ask(customerId = hybrid.id) {
      const { status, body } = await system.ask(customerId, homeDocument)
      if (status !== 200 || body.errors) throw new Error(`No home came: status ${status}, ${JSON.stringify(body.errors)}`)
      return body.data.mosaic
    },
    async setPolicies(next) {
      await system.publish(bodyWith(next), { number: ++release })
      await system.bff.engine.check()
    },
  }
}

/** The same policy for all that is shown, but for one method that has its own. */
export function policiesFor(all: PolicyChanges, one?: { method: ShownMethod; changes: PolicyChanges }): ReleaseBody['policies'] {
  return Object.fromEntries(shownMethods.map((name) => [name, { ...all, ...(name === one?.method && one.changes) }]))
}

/** One home for everybody, without conditions: what a fault costs is seen at once. */
function bodyWith(policies: ReleaseBody['policies']): ReleaseBody {
  const { contents } = releaseBody()
  return releaseBody({
    triggers: [],
    clusters: [{ id: 'everyone', name: 'Everyone', priority: 1, home: 'home-all' }],
    surfaces: [surface('home-all', tileIds)],
    contents: contents.filter(({ id }) => tileIds.includes(id as (typeof tileIds)[number])),
    policies,
  })
}
