import type { ReleaseBody } from '@mosaic/schemas/release'
import { startSimulator, type Simulator } from '../../../simulator/start.ts'
import { createBss, type Bss } from '../../bss/bss.ts'
import { createConnectors } from '../../bss/connectors/index.ts'
import { createAlone } from '../../bss/shared/alone.ts'
import { loadConfig } from '../../config.ts'
import type { Session } from '../../identity/session.ts'
import { createLog, type Logger } from '../../log.ts'
import { createMetrics, type Metrics } from '../../metrics.ts'
import { compileRelease, type CompiledRelease } from '../../release/compile.ts'
import { inSlices } from '../../release/slices.ts'
import { choose, type Choice, type Chosen } from '../choose.ts'
import type { HomeRequest } from '../visit.ts'

/** The stages of a home by themselves, over a real data layer and the simulator, at the moment a test says. */
export type Stages = {
  simulator: Simulator
  bss: Bss
  log: Logger
  metrics: Metrics
  /** Epoch milliseconds. */
  now: number
  /** What is live. */
  release: CompiledRelease
  publish(body: ReleaseBody): Promise<void>
  /** A customer as his token says. */
  session(customerId: string): Session
  choose(session: Session, request?: Partial<Omit<HomeRequest, 'session' | 'now'>>, before?: Choice): Chosen | Promise<Chosen>
  close(): Promise<void>
}

/** A full quarter of an hour: fifteen minutes in which nothing turns by itself. The simulator stays at it. */
const opening = Date.parse('2026-11-22T10:00:00Z')

type Options = { body: ReleaseBody; cacheBytes?: number }

export async function openStages({ body, cacheBytes = 64_000_000 }: Options): Promise<Stages> {
  const simulator = await startSimulator({ port: 0, now: () => new Date(opening) })
  const { connectors } = loadConfig({ BSS_URL: simulator.url })
  const [log, metrics] = [createLog('silent'), createMetrics()]
  const now = () => stages.now
  const bss = createBss({ connectors: await createConnectors(connectors), shared: createAlone(), cacheBytes, log, metrics, now })
  let number = 0
  const compiled = (next: ReleaseBody) => inSlices(compileRelease({ ...next, manifest: manifestOf(next, ++number) }))
  const stages: Stages = {
    simulator,
    bss,
    log,
    metrics,
    now: opening,
    release: await compiled(body),
    async publish(next) {
      stages.release = await compiled(next)
    },
    session(customerId) {
      const customer = simulator.customers.find(({ id }) => id === customerId)
      if (!customer) throw new RangeError(`No customer ${customerId}`)
      const { id, partyId, partyType, displayName: name, lines } = customer
      return {
        serial: Number(id.slice(2)),
        brand: 'aurora',
        customerId: id,
        partyId,
        partyType,
        name,
        locale: 'it',
        lines: lines.map((line) => line.id),
      }
    },
    choose(session, request = {}, before) {
      const device = { platform: 'web', appVersion: undefined, formFactor: undefined, languages: undefined } as const
      const dependencies = { engine: { get: () => stages.release }, bss, factsDeadlineMs: 10_000, log, metrics }
      return choose(dependencies, { session, device, surface: 'home', line: undefined, ...request, now: new Date(stages.now) }, before)
    },
    async close() {
      await bss.close()
      await simulator.close()
    },
  }
  return stages
}

function manifestOf({ brand }: ReleaseBody, number: number) {
  return {
    format: 1 as const,
    brand: brand.id,
    number,
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: 'test',
    note: '',
    files: [],
    media: [],
  }
}
