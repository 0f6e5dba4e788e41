import { expect, vi } from 'vitest'
import { BssFailure } from '../../failure.ts'
import type { Attempt } from '../contract.ts'
import type { Counterpart } from './counterpart.ts'

type Case = { title: string; prove(counterpart: Counterpart): Promise<void> }

export type CaseName = keyof typeof cases

/** Long enough that nothing which is well ever meets it. */
const patientMs = 10_000

export const cases = {
  answers: {
    title: 'answers, again and again',
    async prove(counterpart) {
      for (let time = 0; time < 3; time++) await answer(counterpart)
      await Promise.all(Array.from({ length: 20 }, () => answer(counterpart)))
    },
  },

  timesOut: {
    title: 'gives up at its time, within 10 ms',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.hang()
      const timeoutMs = 60
      const lateness: number[] = []
      // A busy machine may be late now and then; a timer that is coarse is late always.
      for (let time = 0; time < 5 || (Math.min(...lateness) >= 10 && time < 40); time++) {
        const begun = performance.now()
        const { code, wasSent, isRetryable } = await failure(counterpart, { timeoutMs })
        lateness.push(performance.now() - begun - timeoutMs)
        expect({ code, isRetryable }).toEqual({ code: 'BSS_TIMEOUT', isRetryable: true })
        // Later ones may hang before there is a connection to send anything over.
        if (time === 0) expect(wasSent).toBe(true)
      }
      expect(Math.min(...lateness)).toBeGreaterThanOrEqual(-2)
      expect(Math.min(...lateness)).toBeLessThan(10)
      expect(Math.max(...lateness)).toBeLessThan(150)
    },
  },

  slow: {
    title: 'waits for an answer that is slow but in time; one that comes too late is never taken for the next',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.slow(150)
      const begun = performance.now()
      await answer(counterpart)
      expect(performance.now() - begun).toBeGreaterThan(140)
      expect(await failure(counterpart, { timeoutMs: 50 })).toMatchObject({ code: 'BSS_TIMEOUT' })
      await counterpart.up()
      await Promise.all([answer(counterpart), answer(counterpart)])
    },
  },

  aborts: {
    title: 'an aborted attempt settles at once and holds nothing any more',
    async prove(counterpart) {
      await answer(counterpart)
      const before = await counterpart.open()
      await counterpart.hang()
      const abort = new AbortController()
      const aborted = failure(counterpart, { timeoutMs: patientMs, signal: abort.signal })
      await until(async () => expect(await counterpart.hanging()).toBe(1))
      const begun = performance.now()
      abort.abort()
      await aborted
      expect(performance.now() - begun).toBeLessThan(150)
      await until(() => letGo(counterpart, before))

      await counterpart.up()
      expect(await failure(counterpart, { timeoutMs: patientMs, signal: AbortSignal.abort() })).toMatchObject({ wasSent: false })
      await answer(counterpart)
    },
  },

  beside: {
    title: 'twenty attempts that hang take nothing away from one beside them',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.hang()
      const abort = new AbortController()
      const hung = Array.from({ length: 20 }, () => failure(counterpart, { timeoutMs: patientMs, signal: abort.signal }))
      await until(async () => expect(await counterpart.hanging()).toBe(20))
      await counterpart.up()
      const begun = performance.now()
      await answer(counterpart)
      expect(performance.now() - begun).toBeLessThan(1_000)
      abort.abort()
      await Promise.all(hung)
    },
  },

  isAbsent: {
    title: 'a system that is not there is unavailable, and certainly got nothing',
    async prove(counterpart) {
      await counterpart.down()
      expect(await failure(counterpart)).toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: false, isRetryable: true })
    },
  },

  dies: {
    title: 'a system that dies under way may have got it',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.hang()
      const cut = failure(counterpart)
      await until(async () => expect(await counterpart.hanging()).toBe(1))
      await counterpart.down()
      const { code, wasSent } = await cut
      expect(['BSS_UNAVAILABLE', 'BSS_TIMEOUT']).toContain(code)
      expect(wasSent).toBe(true)
    },
  },

  comesBack: {
    title: 'a system that comes back is used again, by itself',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.down()
      await failure(counterpart)
      await counterpart.up()
      await until(() => answer(counterpart))
      // Also when nobody noticed that it was away.
      await counterpart.down()
      await counterpart.up()
      await until(() => answer(counterpart))
    },
  },

  garbage: {
    title: 'garbage is a bad answer, and the next answer is none',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.garbage()
      expect(await failure(counterpart)).toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: true, isRetryable: false })
      await counterpart.up()
      await answer(counterpart)
    },
  },

  huge: {
    title: 'an answer without end is a bad one, and costs little memory',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.huge()
      const memory = watchMemory()
      try {
        expect(await failure(counterpart)).toMatchObject({ code: 'BSS_BAD_ANSWER', isRetryable: false })
      } finally {
        expect(memory.stop()).toBeLessThan(128 * 1024 * 1024)
      }
      await counterpart.up()
      await answer(counterpart)
    },
  },

  leaksNothing: {
    title: 'fifty attempts given up leave no connection behind',
    async prove(counterpart) {
      await answer(counterpart)
      const before = await counterpart.open()
      await counterpart.hang()
      for (let time = 0; time < 5; time++) {
        const failures = await Promise.all(Array.from({ length: 10 }, () => failure(counterpart, { timeoutMs: 40 })))
        for (const { code } of failures) expect(code).toBe('BSS_TIMEOUT')
      }
      await until(() => letGo(counterpart, before))
      await counterpart.up()
      await answer(counterpart)
    },
  },

  closes: {
    title: 'closed, it ends what is under way and takes nothing any more',
    async prove(counterpart) {
      await answer(counterpart)
      await counterpart.hang()
      const cut = failure(counterpart)
      await until(async () => expect(await counterpart.hanging()).toBe(1))
      const begun = performance.now()
      await counterpart.connector.close()
      await cut
      expect(performance.now() - begun).toBeLessThan(1_000)
      await counterpart.up()
      expect(await failure(counterpart)).toMatchObject({ wasSent: false })
      await until(async () => expect(await counterpart.open()).toBe(0))
    },
  },
} satisfies Record<string, Case>

async function answer({ connector, ask }: Counterpart): Promise<void> {
  expect(await connector.send(ask, { timeoutMs: patientMs })).toBeDefined()
}

/** What a connector throws is a BssFailure, in time. */
async function failure({ connector, ask }: Counterpart, attempt: Attempt = { timeoutMs: patientMs }): Promise<BssFailure> {
  const begun = performance.now()
  const thrown: unknown = await connector.send(ask, attempt).then(
    () => 'an answer',
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(BssFailure)
  // Not exactly: a machine that runs twenty attempts at once may be late.
  expect(performance.now() - begun).toBeLessThan(attempt.timeoutMs + 1_000)
  return thrown as BssFailure
}

/** What was given up holds nothing any more: neither what it had taken from before, nor anything new. */
async function letGo(counterpart: Counterpart, before: number): Promise<void> {
  expect(await counterpart.hanging()).toBe(0)
  expect(await counterpart.open()).toBeLessThanOrEqual(before)
}

function until(happens: () => Promise<void>): Promise<void> {
  return vi.waitFor(happens, { timeout: 10_000, interval: 10 })
}

/** The most that the process has grown by, in bytes. */
function watchMemory() {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5)
  return {
    stop() {
      clearInterval(timer)
      return Math.max(most, process.memoryUsage.rss()) - before
    },
  }
}
