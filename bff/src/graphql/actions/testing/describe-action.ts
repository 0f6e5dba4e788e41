import { methods, readMethodNames, type ReadMethodName, type WriteMethodName } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Simulator } from '../../../../simulator/start.ts'
import type { ActionDependencies, ActionReceipt, ActionRequest, Tap } from '../../../actions/contract.ts'
import { createBss, type Bss } from '../../../bss/bss.ts'
import { createRestConnector } from '../../../bss/connectors/rest/connector.ts'
import { restSettings } from '../../../bss/connectors/rest/settings.ts'
import { createAlone } from '../../../bss/shared/alone.ts'
import { createReader } from '../../../config-reader.ts'
import { identify } from '../../../home/identify.ts'
import type { Session } from '../../../identity/session.ts'
import { createLog } from '../../../log.ts'
import { createMetrics } from '../../../metrics.ts'
import { releaseBody } from '../../../testing/release-body.ts'
import { startSystem, type System } from '../../../testing/system.ts'

/** What the customer gets: the word on it, and the page. */
type Result = {
  status: string
  message: { value: string; lang: string }
  widgets: ({ id: string } | null)[]
  removed: string[]
}
type Asked = { result: Result | undefined; code: string | undefined; message: string | undefined }

/** One mutation, and enough about it to prove that it is done once, by the right customer, and is told truly. */
export type ActionCase<Input extends Tap> = {
  /** The mutation, and how it is done. */
  operation: string
  does(dependencies: ActionDependencies, request: ActionRequest, input: Input): Promise<ActionReceipt>
  write: WriteMethodName
  /** A customer who can do it, and one who cannot do it with the other's input. */
  customer: string
  stranger: string
  /** What both customers have done before, such as a walk through a guide. */
  ready?(system: System): Promise<void>
  /** The input of a customer, without the key. */
  inputOf(simulator: Simulator, customer: string): Omit<Input, 'idempotencyKey'>
  /** What the stranger is told who sends the customer's input; nothing where it means another thing for each. @default LINE_NOT_FOUND */
  strangerIsTold?: 'LINE_NOT_FOUND' | 'BAD_INPUT' | 'nothing'
  /** What the operator's system says to an ordinary tap. @default completed */
  answers?: 'completed' | 'pending'
  /** How often it has been done, read off the simulator: how much credit, how many orders. */
  done(system: System, customer: string): Promise<number>
  /** What `done` grows by. @default 1 */
  grows?: number
  /** The same of those that are through, where `done` counts others too. @default done */
  settled?(system: System, customer: string): Promise<number>
  /** Inputs that are refused before anybody is asked: what is changed, and the field that is named. */
  refused: readonly (readonly [change: Record<string, unknown>, field: string])[]
  /** What is answered in words for the customer and sent to nobody: who asks, what is changed, and what he is told. */
  answered?: readonly (readonly [who: string, change: Record<string, unknown>, words: RegExp])[]
  /** A method that must be asked before it can be done. */
  needs?: ReadMethodName
  /** Whether it may be under way for a while. @default true */
  isAsynchronous?: boolean
  body?: ReleaseBody
}

/** What every action must hold: `describeAction({ … })` in its test. */
export function describeAction<Input extends Tap>(subject: ActionCase<Input>): void {
  const {
    operation,
    write,
    customer,
    stranger,
    inputOf,
    done,
    settled = done,
    grows = 1,
    answers = 'completed',
    strangerIsTold = 'LINE_NOT_FOUND',
  } = subject
  const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { ${operation}(input: $input) { status message { value lang } widgets(ids: ["credit"]) { id } removed(ids: ["nowhere"]) } }`

  describe(`${operation}: once, for the right customer, and told truly`, () => {
    let system: System
    // One a test: what an action has changed is known to the BFF as well.
    beforeEach(async () => {
      system = await startSystem({ body: subject.body ?? releaseBody() })
      await subject.ready?.(system)
    })
    afterEach(() => system.close())

    const key = `${operation}-key`
    const ask = async (who: string, changes: Record<string, unknown> = {}, idempotencyKey = key): Promise<Asked> => {
      const input = { ...inputOf(system.simulator, customer), ...changes, idempotencyKey }
      const { body } = await system.ask(who, document, { input }, { 'accept-language': 'it' })
      const data = body.data as unknown as Record<string, Result> | null | undefined
      return { result: data?.[operation], code: body.errors?.[0]?.extensions?.code, message: body.errors?.[0]?.message }
    }
    const counted = async (act: () => Promise<void>) => {
      const before = await done(system, customer)
      await act()
      return Math.round((await done(system, customer)) - before)
    }
    const sent = () => system.simulator.calls.of(write).total

    test('one tap: done, told in the customer’s language, with the page as it is now', async () => {
      const times = await counted(async () => {
        const { result, code } = await ask(customer)
        expect(code).toBeUndefined()
        expect(result).toMatchObject({ status: answers, message: { lang: 'it' }, removed: ['nowhere'] })
        expect(result?.message.value).not.toBe('')
      })
      expect(times).toBe(grows)
      expect(sent()).toBe(1)
    })

    test('two taps at once with one key are one', async () => {
      // Slow enough for both to be there at a time.
      system.simulator.faults.set(write, { kind: 'latency', ms: 300 })
      const times = await counted(async () => {
        const both = await Promise.all([ask(customer), ask(customer)])
        expect(both.map(({ result }) => result?.status)).toEqual([answers, answers])
      })
      expect(times).toBe(grows)
      expect(sent()).toBe(1)
    })

    test.each([
      ['500', { kind: 'error', status: 500, afterHandling: true, times: 1 } as const],
      ['garbage', { kind: 'garbage', afterHandling: true, times: 1 } as const],
      ['a cut connection', { kind: 'reset', afterHandling: true, times: 1 } as const],
    ])('an answer that was lost (%s): nobody is told to do it again, and the same key does it no second time', async (_name, fault) => {
      system.simulator.faults.set(write, fault)
      const times = await counted(async () => {
        const lost = (await ask(customer)).result
        const again = (await ask(customer)).result
        expect([lost?.status, again?.status]).toEqual(['pending', answers])
        expect(lost?.message.value).not.toBe(again?.message.value)
      })
      expect(times).toBe(grows)
    })

    test.each((subject.isAsynchronous ?? true) ? [400] : [])('under way: pending, and done %i ms later', async (afterMs) => {
      system.simulator.faults.set(write, { kind: 'asynchronous', afterMs })
      const before = await settled(system, customer)
      expect((await ask(customer)).result?.status).toBe('pending')
      await expect.poll(async () => Math.round((await settled(system, customer)) - before), { timeout: 5_000 }).toBe(grows)
    })

    test('refused by the operator’s system: failed, and nothing is done', async () => {
      system.simulator.faults.set(write, { kind: 'error', status: 422 })
      const times = await counted(async () => {
        const { result } = await ask(customer)
        expect(result?.status).toBe('failed')
      })
      expect(times).toBe(0)
    })

    test.each(strangerIsTold === 'nothing' ? [] : [strangerIsTold])(
      'another customer cannot do it with what is not his: %s',
      async (told) => {
        const times = await counted(async () => {
          const { code } = await ask(stranger)
          expect(code).toBe(told)
        })
        expect(times).toBe(0)
        expect(sent()).toBe(0)
      },
    )

    test('two customers with one key do it twice', async () => {
      const times = await counted(async () => {
        const [one, other] = await Promise.all([ask(customer), ask(stranger, { ...inputOf(system.simulator, stranger) })])
        expect([one.result?.status, other.result?.status]).toEqual([answers, answers])
      })
      expect(times).toBe(grows)
      expect(sent()).toBe(2)
    })

    test.each(subject.refused)('%o is refused before anybody is asked, and the error names %s', async (change, field) => {
      const { code, message } = await ask(customer, change)
      expect([code, sent()]).toEqual(['BAD_INPUT', 0])
      expect(message).toContain(field)
      expect(message).toMatch(/expected .*got /)
    })

    test.each(subject.answered ?? [])('%s with %o: not done, in words that say why', async (who, change, words) => {
      const { result } = await ask(who, change)
      expect(result?.status).toBe('failed')
      expect(result?.message.value).toMatch(words)
      expect(sent()).toBe(0)
    })

    test.each(subject.needs ? [subject.needs] : [])(
      '%s cannot be had, and must be known first: not done, and nobody is told to pay again',
      async (needs) => {
        for (const fault of ['error', 'hang'] as const) {
          system.simulator.faults.set(needs, { kind: fault })
          const { result } = await ask(customer)
          expect([result?.status, sent()]).toEqual(['failed', 0])
          expect(result?.message.value).toMatch(/non è cambiato nulla/)
        }
      },
    )

    test('a key that cannot be told from others is refused', async () => {
      for (const bad of ['short', 'with blanks in it', 'x'.repeat(65)]) expect((await ask(customer, {}, bad)).code).toBe('BAD_INPUT')
      expect(sent()).toBe(0)
    })

    test('what it changes is forgotten, and nothing else', async () => {
      const bss = bssOf(system)
      const request = { session: sessionOf(system, customer), device: noDevice, now: new Date() }
      const input = { ...inputOf(system.simulator, customer), idempotencyKey: key } as unknown as Input
      const { scope } = identify(system.bff.engine, { ...request, line: (input as Input & { lineId?: string }).lineId })
      const known = () => readMethodNames.filter((name) => bss.cached(scope, name) !== undefined)
      await Promise.all(readMethodNames.map((name) => Promise.resolve(bss.call(scope, name))))
      const before = known()
      const changed: readonly ReadMethodName[] = methods[write].changes ?? []
      expect(changed.length).toBeGreaterThan(0)
      expect(before).toEqual(expect.arrayContaining([...changed]))

      // Not through GraphQL: its page would ask again for what was forgotten.
      const receipt = await subject.does({ engine: system.bff.engine, bss }, request, input)
      expect(receipt.status).toBe(answers)
      expect(known()).toEqual(before.filter((name) => !changed.includes(name)))
      await bss.close()
    })
  })
}

const noDevice = { platform: undefined, appVersion: undefined, formFactor: undefined, languages: undefined }

/** A data layer of the test's own before the same systems, to look into. */
function bssOf({ simulator }: System): Bss {
  const connectors = { rest: createRestConnector(restSettings(createReader({ BSS_URL: simulator.url }, []))) }
  return createBss({ connectors, shared: createAlone(), cacheBytes: 64_000_000, log: createLog('silent'), metrics: createMetrics() })
}

function sessionOf({ simulator }: System, customerId: string): Session {
  const customer = simulator.customers.find(({ id }) => id === customerId)
  if (!customer) throw new Error(`There is no customer ${customerId}`)
  const { partyId, partyType, displayName, lines } = customer
  return { serial: 1, brand: 'aurora', customerId, partyId, partyType, name: displayName, locale: 'it', lines: lines.map(({ id }) => id) }
}
