import { methods, type MethodName, type MethodParams, type MethodResult } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { createRestConnector } from '../bss/connectors/rest/connector.ts'
import type { RestAnswer, RestRequest } from '../bss/connectors/rest/connector.ts'
import type { AskContext, AskedParams, Source, WriteInput } from '../bss/contract.ts'
import { BssFailure } from '../bss/failure.ts'
import { methodSources } from '../bss/methods/index.ts'
import { sendJson, startBackEnd, type BackEnd } from './back-end.ts'

/** One method, asked over REST of a back-end that answers what a test says. */
export type RestSource<Name extends MethodName> = {
  readonly backEnd: BackEnd
  /** Asks, with the parameters of the customer below unless told others. */
  ask(params?: MethodParams, input?: WriteInput<Name>): Promise<MethodResult<Name>>
  /** What the method makes of a body. */
  read(body: unknown): Promise<MethodResult<Name>>
  /** Every one of these answers gives a value of the method's contract or BSS_BAD_ANSWER, and nothing else. */
  expectNothingElse(answers: fc.Arbitrary<unknown>, input?: WriteInput<Name>): Promise<void>
}

export const params = { customerId: 'C-1', partyId: 'P-1', partyType: 'individual', lineId: 'L-1' } as const
/** Long enough for a machine that is busy with other things. */
const timeoutMs = 10_000

/** A back-end for all tests of a file, and the way to ask it over REST. */
export function restAround(): { readonly backEnd: BackEnd; context: AskContext<'rest'> } {
  let backEnd: BackEnd
  let rest: ReturnType<typeof createRestConnector>
  beforeAll(async () => {
    backEnd = await startBackEnd()
    rest = createRestConnector(backEnd.apis)
  })
  beforeEach(() => void (backEnd.calls = 0))
  afterAll(async () => {
    await rest.close()
    await backEnd.close()
  })

  const send = (request: RestRequest): Promise<RestAnswer> => rest.send(request, { timeoutMs })
  return {
    get backEnd() {
      return backEnd
    },
    context: { currency: 'EUR', now: new Date('2026-11-22T10:00:00Z'), send, sendOnce: send },
  }
}

/** The same, for one method. */
export function useRestSource<Name extends MethodName>(name: Name): RestSource<Name> {
  const rest = restAround()
  const { context } = rest
  const source: RestSource<Name> = {
    get backEnd() {
      return rest.backEnd
    },
    ask: (asked = params, input) =>
      (methodSources[name].rest as Source<Name, 'rest'>).ask(context, asked as AskedParams<Name>, input as WriteInput<Name>),
    read(body) {
      rest.backEnd.answer = (response) => sendJson(response, body)
      return source.ask()
    },
    expectNothingElse: (answers, input) =>
      fc.assert(
        fc.asyncProperty(answers, async (body) => {
          rest.backEnd.answer = (response) => sendJson(response, body ?? null)
          const read = await source.ask(params, input).catch((error: unknown) => error)
          if (read instanceof BssFailure) expect(read).toMatchObject({ code: 'BSS_BAD_ANSWER' })
          else expect([...Value.Errors(methods[name].result, read)]).toEqual([])
        }),
        { numRuns: 300 },
      ),
  }
  return source
}

/** A failure that names the place of what cannot be read. */
export function badAt(place: string): object {
  return { code: 'BSS_BAD_ANSWER', message: expect.stringMatching(`^${RegExp.escape(place)} cannot be read`) as string }
}
