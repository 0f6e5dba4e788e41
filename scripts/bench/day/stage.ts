import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePortRange } from '../../../bff/src/testing/servers/launch.ts'
import { redisHint, redisProgram } from '../../../bff/src/testing/servers/redis.ts'
import { publish } from '../../../cms/src/publisher/publish.ts'
import { seedBody } from '../../../cms/src/seed/body/index.ts'
import { renderSeedMedia } from '../../../cms/src/seed/render-media.ts'
import { createFamily, type Family } from '../../lib/family.ts'
import { cacheDir, inRoot, type Place } from '../../lib/house.ts'
import { connects, freePorts, freeSystemPorts } from '../../lib/ports.ts'
import { Trouble } from '../../lib/steps.mjs'
import { addressesOf, bffProgram, ensureKeys, environmentOf, simulatorProgram } from '../../lib/system.ts'
import type { DaySettings } from './settings.ts'

/** The whole system of a day, each program in processes of its own. */
export type Stage = {
  bff: string
  /** Where it is asked: each process at a port of its own, or all behind one. */
  urls: readonly string[]
  simulator: string
  issuer: string
  signingKey: string
  /** Who leads the processes of each program. */
  leaders: Record<ProgramName, number>
  /** Rejects when a program dies. */
  death: Promise<never>
  close(): Promise<void>
}
export type ProgramName = (typeof programNames)[number]
export const programNames = ['BFF', 'Redis', 'simulator'] as const

/** Starts Redis, the simulator with so many customers, and the BFF as it is released, on the demo's release. @throws {Trouble} */
export async function openStage({ customers, balancing }: Pick<DaySettings, 'customers' | 'balancing'>): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-bench-day-'))
  const family = createFamily()
  const close = async () => {
    await family.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const ports = await freeSystemPorts()
    const place: Place = { ports, dataDir: join(folder, 'data'), publishedDir: join(folder, 'published') }
    ensureKeys(place)
    await publishDemo(place)
    const redis = await startRedis(family, folder)
    const processes = availableParallelism()
    const firstPort = await freePortRange(processes)
    const env = {
      ...environmentOf(place),
      BFF_PROCESSES: String(processes),
      // Behind a balancer that knows nothing of customers, the processes hand them to each other.
      ...(balancing === 'customers' && { PROCESS_PORTS_FROM: String(firstPort) }),
      ARBITRARY_DOCUMENTS: 'refuse',
      SIMULATOR_CUSTOMERS: String(customers),
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    }
    const logs = join(cacheDir, 'logs', 'bench-day')
    const simulator = await family.start(simulatorProgram(place, env, logs))
    const bff = await family.start(bffProgram(place, env, logs))
    const addresses = addressesOf(place)
    return {
      bff: addresses.bff,
      urls:
        balancing === 'customers'
          ? Array.from({ length: processes }, (_, index) => `http://127.0.0.1:${firstPort + index}`)
          : [addresses.bff],
      simulator: addresses.simulator,
      issuer: `${addresses.simulator}/idp`,
      signingKey: join(place.dataDir, 'simulator', 'signing-key.json'),
      leaders: { BFF: bff.pid ?? 0, Redis: redis.pid, simulator: simulator.pid ?? 0 },
      death: family.death,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The demo's release: its clusters, contents and policies. */
async function publishDemo({ dataDir, publishedDir }: Place): Promise<void> {
  const { media, files } = await renderSeedMedia(inRoot('node_modules', '.cache', 'mosaic-seed-media'))
  const privateKey = readFileSync(join(dataDir, 'signing', 'release.key.pem'), 'utf8')
  const body = { ...seedBody, media }
  await publish({ dir: publishedDir, body, media: files, createdBy: 'bench', note: '', privateKey, now: new Date() })
}

async function startRedis(family: Family, folder: string): Promise<{ port: number; pid: number }> {
  if (redisProgram === undefined) throw new Trouble('A day needs a Redis server', redisHint)
  const [port] = (await freePorts(1)) as [number]
  const child = await family.start({
    name: 'Redis',
    command: redisProgram,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    cwd: folder,
    env: process.env,
    log: join(cacheDir, 'logs', 'bench-day', 'redis.log'),
    ready: () => connects(port),
    patience: 30,
  })
  return { port, pid: child.pid ?? 0 }
}
