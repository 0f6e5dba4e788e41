import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { releaseBody } from '../testing/release-body.ts'
import { freePortRange } from '../testing/servers/launch.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../testing/servers/redis.ts'
import { startSystem, type System } from '../testing/system.ts'
import { startLoad, type Load } from './testing/load.ts'
import { isAlive, startService, until, type Service } from './testing/service.ts'

const clients = 8
const { Home: homeId } = JSON.parse(readFileSync(new URL('../../../schemas/operations/web/1.0/ids.json', import.meta.url), 'utf8')) as {
  Home: string
}

/* Each test goes on with the service that the one before has left: it must bear all of this. */
describe.skipIf(isRedisMissing)(`two processes behind one port (${redisHint})`, () => {
  let system: System
  let redis: RedisServer
  let service: Service
  let token: string
  let load: Load
  let firstOwnPort: number

  beforeAll(async () => {
    redis = await startRedis()
    system = await startSystem()
    token = await system.simulator.issueToken('C-0014')
    firstOwnPort = await freePortRange(2)
    service = await startService(system, { REDIS_URL: redis.url, BFF_PROCESSES: '2', PROCESS_PORTS_FROM: String(firstOwnPort) })
    await until('both serve', async () => (await service.serving()).length === 2)
  })
  afterEach(() => load.stop())
  afterAll(async () => {
    await service.close()
    await system.close()
    await redis.stop()
  })

  const underLoad = async (options: { untilFarewell?: boolean } = {}) => {
    load = startLoad(service.url, { clients, token, query: '{ mosaic { widgets { id state } } }', ...options })
    await goesOn()
  }
  const goesOn = async () => {
    const { answered } = load
    await until('the load goes on', () => load.answered > answered + 20 * clients)
  }
  const figures = async () => (await fetch(`${service.url}/metrics`)).text()

  test('whichever is asked speaks for both', async () => {
    await underLoad()
    const { status, body } = await service.readiness()
    expect([status, body.status]).toEqual([200, 'ready'])
    const report = { state: 'serving', brands: [expect.objectContaining({ live: expect.objectContaining({ number: 1 }) as unknown })] }
    expect(body.processes).toEqual([expect.objectContaining(report), expect.objectContaining(report)])

    const text = await figures()
    expect(text).toMatch(/^bff_processes\{state="serving"\} 2$/m)
    // Each has switched to release 1 once: counts are summed, and the number of a release is none.
    expect(text).toMatch(/^bff_release_swaps_total\{brand="aurora"\} 2$/m)
    expect(text).toMatch(/^bff_release_number\{brand="aurora"\} 1$/m)
    // One without Redis is enough to say that it is not used.
    await until('both use Redis', async () => (await figures()).includes('\nbff_shared_up 1\n'))
  })

  /** Asks at the own port of a process; whether it gave what it had kept. */
  const isKeptAt = async (place: number) => {
    const kept = async () => Number(/^bff_home_answers_total\{by="kept"\} (\d+)$/m.exec(await figures())?.[1] ?? 0)
    const before = await kept()
    const search = new URLSearchParams({ documentId: `sha256:${homeId}`, variables: JSON.stringify({ formFactor: 'COMPACT' }) })
    const answer = await fetch(`http://127.0.0.1:${firstOwnPort + place}/graphql?${search.toString()}`, {
      headers: { authorization: `Bearer ${token}`, 'x-client-platform': 'web' },
    })
    expect(await answer.json()).toHaveProperty('data.mosaic.widgets')
    return (await kept()) > before
  }

  test('each has a port of its own, where a customer finds what is kept of him, and only there', async () => {
    await until('one keeps his home', () => isKeptAt(0))
    expect(await isKeptAt(1)).toBe(false)
    expect(await isKeptAt(0)).toBe(true)
    await until('the other does too', () => isKeptAt(1))
  })

  test('SIGHUP replaces both, one after the other, and no request fails', async () => {
    const before = await service.serving()
    await underLoad()
    service.signal('SIGHUP')
    await until('both are replaced', () => service.logs.some(({ msg }) => msg === 'all processes are replaced'))
    expect(before.filter(isAlive)).toEqual([])
    expect(await service.serving()).toHaveLength(2)
    await goesOn()
    await load.stop()
    expect(load.failures).toEqual([])
    // Nobody lost his connection without being told.
    expect(load.farewells).toBeGreaterThanOrEqual(clients)
    // Those in their places have their ports.
    for (const place of [0, 1]) await until('it is kept there again', () => isKeptAt(place))
    // What those that have ended counted is still there.
    expect(await figures()).toMatch(/^bff_release_swaps_total\{brand="aurora"\} 4$/m)
  })

  test('a process that cannot take the release gets no request until it can', async () => {
    const before = await service.serving()
    await system.publish(releaseBody(), { number: 2, tamper: (files) => void files.set('brand.json', Buffer.from('x')) })
    await until('both refuse it', async () => (await figures()).includes('bff_release_refused{brand="aurora"} 1'))
    await underLoad()
    service.signal('SIGHUP')
    const isNew = ({ pid }: { pid: number }) => pid !== service.pid && !before.includes(pid)
    const seen = service.logs.length
    await until('the new one refuses it too', () => service.logs.slice(seen).some((line) => isNew(line) && line.code === 'TRUNCATED'))
    await goesOn()
    expect(await service.serving()).toEqual(before)
    await system.publish(releaseBody(), { number: 3 })
    await until('both are replaced', async () => (await service.serving()).filter((pid) => !before.includes(pid)).length === 2)
    await load.stop()
    expect(load.failures).toEqual([])
  })

  test('one that is killed is started again; only what it was answering is lost', async () => {
    const [victim = 0, survivor] = await service.serving()
    await underLoad()
    process.kill(victim, 'SIGKILL')
    await until('there are two again', async () => {
      const serving = await service.serving()
      return serving.length === 2 && !serving.includes(victim)
    })
    expect(await service.serving()).toContain(survivor)
    // At most one request a connection was in it, and each was told so by its connection.
    expect(load.failures.length).toBeLessThanOrEqual(clients)
    expect(load.failures.filter((failure) => failure !== 'ECONNRESET')).toEqual([])
    const lost = load.failures.length
    await goesOn()
    expect(load.failures).toHaveLength(lost)
    expect(await figures()).toMatch(/^bff_process_deaths_total 1$/m)
    for (const place of [0, 1]) await until('it is kept there again', () => isKeptAt(place))
  })

  test('SIGTERM ends it: all that was asked is answered, and who asks whether it is ready hears that it is not', async () => {
    await underLoad({ untilFarewell: true })
    service.signal('SIGTERM')
    await until('it says that it closes', async () => {
      const { status, connection, body } = await service.readiness()
      return status === 503 && connection === 'close' && body.reason === 'closing'
    })
    await load.done
    expect(load.failures).toEqual([])
    expect(load.farewells).toBe(clients)
    expect(await service.ended).toBe(0)
    await service.isOver
  })
})
