import { Type } from 'typebox'
import { checked } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest } from '../http/problem.ts'
import type { Route } from '../http/types.ts'
import type { Texts } from './texts.ts'

const Changes = Type.Partial(
  Type.Object({
    delayMs: Type.Integer({ minimum: 0, maximum: 60_000 }),
    throttle: Type.Integer({ minimum: 0, maximum: 100_000 }),
    refuse: Type.Union([Type.Literal('number'), Type.Literal('sender'), Type.Literal('other'), Type.Null()]),
    undelivered: Type.Boolean(),
    silent: Type.Boolean(),
    dropReceipts: Type.Boolean(),
    duplicateReceipts: Type.Boolean(),
  }),
  { additionalProperties: false },
)

/** How the network treats texts: `PUT /_simulator/sms`, until the next reset; `GET /_simulator/sms/<number>` is what arrived. */
export function smsControls(texts: Texts): Route[] {
  return [
    { method: 'GET', path: '/_simulator/sms', handle: () => ({ status: 200, json: texts.behaviour() }) },
    {
      method: 'PUT',
      path: '/_simulator/sms',
      handle(request) {
        const { refuse, ...others } = checked(Changes, readJson(request))
        texts.behave({ ...others, ...(refuse !== undefined && { refuse: refuse ?? undefined }) })
        return { status: 200, json: texts.behaviour() }
      },
    },
    {
      method: 'GET',
      path: '/_simulator/sms/:msisdn',
      handle: ({ params }) => ({ status: 200, json: texts.of(numberOf(params.msisdn)) }),
    },
  ]
}

/** A number with its prefix; the plus may be left out, as it is a blank in some addresses. @throws {HttpProblem} 400 */
export function numberOf(text: string | undefined): string {
  const digits = /^[+ ]?([1-9]\d{5,14})$/.exec(text ?? '')?.[1]
  if (digits === undefined) throw badRequest('msisdn: expected a number with its prefix, such as +393991234567.')
  return `+${digits}`
}
