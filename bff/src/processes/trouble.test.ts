import { rename } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePortRange } from '../testing/servers/launch.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../testing/servers/redis.ts'
import { startSystem, type System } from '../testing/system.ts'
import type { ChildLimits } from './child.ts'
import { homeQuestion, startLoad } from './testing/load.ts'
import { countOf, isAlive, startService, until, type Service } from './testing/service.ts'

describe.skipIf(isRedisMissing)(`processes in trouble (${redisHint})`, () => {
  let system: System
  let redis: RedisServer
  let service: Service
  beforeAll(async () => {
    redis = await startRedis()
    system = await startSystem()
  })
  afterAll(async () => {
    await system.close()
    await redis.stop()
  })

  const open = async (env: Record<string, string> = {}, limits?: ChildLimits) => {
    service = await startService(system, { REDIS_URL: redis.url, BFF_PROCESSES: '2', ...env }, limits)
  }
  const bothServe = () => until('both serve', async () => (await service.serving()).length === 2)

  const loaded = async (clients: number, options: { untilFarewell?: boolean } = {}) => {
    const token = await system.simulator.issueToken('C-0014')
    const load = startLoad(service.url, { clients, token, question: homeQuestion, ...options })
    await until('the load runs', () => load.answered > 10 * clients)
    return load
  }

  /* Each goes on with the service that the one before has left. */
  describe('of one service', () => {
    beforeAll(async () => {
      await open()
      await bothServe()
    })
    afterAll(() => service.close())

    test('one that dies again and again waits longer each time, and its neighbour serves on', async () => {
      const [neighbour = 0] = await service.serving()
      const kills = 2
      for (let i = 1; i <= kills; i++) {
        const victim = (await service.serving()).find((pid) => pid !== neighbour) ?? 0
        process.kill(victim, 'SIGKILL')
        await until('another serves', async () => (await service.serving()).some((pid) => ![victim, neighbour].includes(pid)))
      }
      const waits = service.logs.flatMap(({ inMs }) => inMs ?? [])
      expect(waits).toHaveLength(kills)
      // Chance takes up to half of a wait, and the next is twice as long.
      expect(waits[1]).toBeGreaterThanOrEqual(waits[0] ?? Infinity)
      expect(await service.serving()).toContain(neighbour)
    })

    test('when all are killed at once, nobody is left hanging, and all are started again', async () => {
      const before = await service.serving()
      const load = await loaded(8)
      for (const pid of before) process.kill(pid, 'SIGKILL')
      await until('there are two others', async () => (await service.serving()).filter((pid) => !before.includes(pid)).length === 2)
      await load.stop()
      // Cut off, or not let in while nobody was there: told at once in both cases.
      expect(load.failures.filter((failure) => !['ECONNRESET', 'ECONNREFUSED'].includes(failure))).toEqual([])
    })

    test('new ones that cannot start change nothing; once they can, they replace the old', async () => {
      const before = await service.serving()
      const { releasePublicKeyFile: key } = system.config
      await rename(key, `${key}.away`)
      service.signal('SIGHUP')
      await until('it gives up', () => service.logs.some(({ msg }) => msg.includes('those that serve go on')))
      expect(await service.serving()).toEqual(before)
      await rename(`${key}.away`, key)
      service.signal('SIGHUP')
      await until('both are replaced', () => before.every((pid) => !isAlive(pid)))
      expect(await service.serving()).toHaveLength(2)
    })

    test('when the supervisor is killed, the others answer what they were asked, and end', async () => {
      const load = await loaded(8, { untilFarewell: true })
      service.signal('SIGKILL')
      await load.done
      expect(load.failures).toEqual([])
      expect(load.farewells).toBe(8)
      await service.isOver
    })
  })

  describe('of another', () => {
    afterEach(() => service.close())

    test('where each has a port of its own, a customer finds there what is kept of him, and only there', async () => {
      const [firstPort, token] = await Promise.all([freePortRange(2), system.simulator.issueToken('C-0014')])
      await open({ PROCESS_PORTS_FROM: String(firstPort) })
      await bothServe()
      const kept = async () => countOf('bff_home_answers_total{by="kept"}', await (await fetch(`${service.url}/metrics`)).text())
      const isKeptAt = async (place: number) => {
        const before = await kept()
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-client-platform': 'web' }
        const request = { method: 'POST', headers, body: JSON.stringify(homeQuestion) }
        const answer = await fetch(`http://127.0.0.1:${firstPort + place}/graphql`, request)
        expect(await answer.json()).toHaveProperty('data.mosaic.widgets')
        return (await kept()) > before
      }
      await until('one keeps his home', () => isKeptAt(0))
      expect(await isKeptAt(1)).toBe(false)
      expect(await isKeptAt(0)).toBe(true)
      await until('the other does too', () => isKeptAt(1))
      const before = await service.serving()
      service.signal('SIGHUP')
      await until('both are replaced', () => before.every((pid) => !isAlive(pid)))
      for (const place of [0, 1]) await until('who has its place has its port', () => isKeptAt(place))
    })

    test('one that stands still is killed and replaced, and another answers those who were sent to it', async () => {
      await open({}, { startMs: 60_000, endMs: 10_000, answerMs: 500, watchMs: 600, silences: 4 })
      await bothServe()
      const [stuck = 0] = await service.serving()
      process.kill(stuck, 'SIGSTOP')
      // One of these is handed to it, and waits.
      const load = await loaded(4)
      await until('it is gone', () => !isAlive(stuck))
      await bothServe()
      await load.stop()
      expect(load.failures).toEqual([])
    })

    test('a start that cannot be ends with the words of the mistake, once', async () => {
      await open({ RELEASE_PUBLIC_KEY_FILE: '/nowhere/key.pem' })
      expect(await service.ended).toBe(1)
      await service.isOver
      expect(service.errors().match(/PUBLIC_KEY_UNREADABLE/g)).toHaveLength(1)
    })
  })
})
