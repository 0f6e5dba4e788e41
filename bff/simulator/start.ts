import { adminRoutes } from './admin.ts'
import { createCalls, type Calls } from './calls.ts'
import { createFaults, type Faults } from './faults/registry.ts'
import { createProvider } from './idp/provider.ts'
import { idpRoutes } from './idp/routes.ts'
import type { TokenOverrides } from './idp/tokens.ts'
import { createPopulationClock } from './population/population.ts'
import type { SimCustomer } from './population/types.ts'
import { listen, serve } from './server.ts'
import { createBalances } from './state/balances.ts'
import { createUsageQueries } from './state/usage-queries.ts'
import type { World } from './state/world.ts'
import { tmfRoutes } from './tmf/routes.ts'

export type SimulatorOptions = {
  /** 0 takes a free one. */
  port: number
  /** The simulator's clock: dates of the population, tokens and tasks go by it. @default the real one */
  now?: () => Date
  /** The same seed makes the same customers. @default 1 */
  seed?: number
  /** Where the signing key and the sessions are kept, in its `simulator` folder. @default nowhere: they end with the process */
  dataDir?: string
}

export type Simulator = {
  /** Such as http://127.0.0.1:4010, without a trailing slash. */
  url: string
  /** The identity provider: `<url>/idp`. */
  issuer: string
  faults: Faults
  calls: Calls
  /** The population as of now. */
  customers: readonly SimCustomer[]
  /** An access token for a customer, right unless the overrides say otherwise. @throws {RangeError} for an unknown customer */
  issueToken(customerId: string, overrides?: TokenOverrides): Promise<string>
  /** Forgets top-ups, tasks, faults and counters; people stay signed in. */
  reset(): void
  /** Ends every connection, also the ones that hang, and frees the port. */
  close(): Promise<void>
}

/** Starts the outside world: the operator's TM Forum systems and the identity provider. @throws {MosaicError} PORT_IN_USE, SIGNING_KEY_UNREADABLE */
export async function startSimulator({ port, now = () => new Date(), seed = 1, dataDir }: SimulatorOptions): Promise<Simulator> {
  const population = createPopulationClock(seed, now)
  const balances = createBalances(now)
  const usageQueries = createUsageQueries(now)
  const faults = createFaults(seed)
  const calls = createCalls()
  const reset = () => {
    balances.reset()
    usageQueries.reset()
    faults.clear()
    calls.reset()
  }

  const { server, origin } = await listen(port)
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  const world: World = { now, population, balances, usageQueries, origin }
  const provider = await createProvider(world, dataDir).catch(async (error: unknown) => {
    await close()
    throw error
  })
  serve(server, origin, [...tmfRoutes(world), ...idpRoutes(provider), ...adminRoutes(world, faults, calls, reset)], faults, calls)

  return {
    url: origin,
    issuer: provider.issuer,
    faults,
    calls,
    get customers() {
      return population().customers
    },
    async issueToken(customerId, overrides) {
      const customer = population().customerById.get(customerId)
      if (!customer) throw new RangeError(`There is no customer ${customerId}`)
      return provider.tokens.accessToken(customer, overrides)
    },
    reset,
    close,
  }
}
