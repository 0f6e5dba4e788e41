import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { releaseBody } from '../testing/release-body.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../testing/servers/redis.ts'
import { startSystem, type System } from '../testing/system.ts'
import { homeQuestion, startLoad, type Load } from './testing/load.ts'
import { countOf, isAlive, startService, until, type Service } from './testing/service.ts'

const clients = 8

/* Each test goes on with the service that the one before has left: it must bear all of this. */
describe.skipIf(isRedisMissing)(`two processes behind one port (${redisHint})`, () => {
  let system: System
  let redis: RedisServer
  let service: Service
  let token: string
  let load: Load

  beforeAll(async () => {
    redis = await startRedis()
    system = await startSystem()
    token = await system.simulator.issueToken('C-0014')
    service = await startService(system, { REDIS_URL: redis.url, BFF_PROCESSES: '2' })
    await until('both serve', async () => (await service.serving()).length === 2)
  })
  afterEach(() => load.stop())
  afterAll(async () => {
    await service.close()
    await system.close()
    await redis.stop()
  })

  const underLoad = async (options: { untilFarewell?: boolean } = {}) => {
    load = startLoad(service.url, { clients, token, question: homeQuestion, ...options })
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

  /** Of the homes answered while the load goes on, the part that the process which took the connection has handed to the other. */
  const handedShare = async () => {
    const counts = async () => {
      const text = await figures()
      return {
        handed: countOf('bff_home_questions_handed_total{outcome="answered"}', text),
        kept: countOf('bff_home_answers_total{by="kept"}', text),
      }
    }
    const before = await counts()
    await goesOn()
    const after = await counts()
    return (after.handed - before.handed) / (after.kept - before.kept)
  }

  test('a customer’s home is kept by one of them, whichever takes his connections', async () => {
    await underLoad()
    const share = await handedShare()
    // Half of the clients are connected to the other one.
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.8)
    await load.stop()
    expect(load.failures).toEqual([])
  })

  test('SIGHUP replaces both, one after the other, and no request fails', async () => {
    const before = await service.serving()
    await underLoad()
    service.signal('SIGHUP')
    await until('both are replaced', () => service.logs.some(({ msg }) => msg === 'all processes are replaced'))
    expect(before.filter(isAlive)).toEqual([])
    expect(await service.serving()).toHaveLength(2)
    await until('the new ones find each other', async () => (await handedShare()) > 0.2)
    await load.stop()
    expect(load.failures).toEqual([])
    // Nobody lost his connection without being told.
    expect(load.farewells).toBeGreaterThanOrEqual(clients)
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
    await until('the new one is found', async () => (await handedShare()) > 0.2)
    expect(await figures()).toMatch(/^bff_process_deaths_total 1$/m)
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
