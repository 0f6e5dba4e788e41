import { Type, type Static, type TObject, type TSchema } from 'typebox'

/** The departures from the contract that real systems are known for; the sloppy fault makes all of them, or the ones listed. */
export const deviations = [
  'blankDates',
  'amountsAsStrings',
  'singleObjects',
  'partialStatus',
  'resourceObject',
  'trailingBlanks',
  'missingOptionals',
  'enumCase',
  'unlimitedValue',
  'schemaLocation',
] as const
export type Deviation = (typeof deviations)[number]

/** The same for SOAP: what its stacks are known for. */
export const soapDeviations = [
  'blankDates',
  'singleObjects',
  'trailingBlanks',
  'enumCase',
  'namespacePrefixes',
  'nilElements',
  'offsetDates',
  'commaAmounts',
  'extraElements',
  'soap12',
] as const
export type SoapDeviation = (typeof soapDeviations)[number]

const allDeviations = [...new Set([...deviations, ...soapDeviations])]

const milliseconds = Type.Integer({ minimum: 0, maximum: 600_000 })

/** What every fault has: the share of the calls it strikes (1 = all), and after how many strikes it is over. */
const common = {
  rate: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
}
/** Faults that answer instead of the system: by default nothing has happened there, with `afterHandling` the request took effect. */
const instead = { ...common, afterHandling: Type.Optional(Type.Boolean()) }

/** Every kind of fault, and its settings. Times in milliseconds. */
export const faultSchemas = {
  /** Answers late: `ms`, plus up to `jitterMs`. */
  latency: kind('latency', { ...common, ms: milliseconds, jitterMs: Type.Optional(milliseconds) }),
  /** Answers with an error status. @default status 500 */
  error: kind('error', {
    ...instead,
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    retryAfterSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
  }),
  /** Takes the request and never answers. */
  hang: kind('hang', instead),
  /** Sends the status line and headers, then nothing more. */
  hangAfterHeaders: kind('hangAfterHeaders', common),
  /** Sends the body in pieces of `chunkBytes` every `intervalMs`. @default 16 bytes, 100 ms */
  slowBody: kind('slowBody', {
    ...common,
    chunkBytes: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_536 })),
    intervalMs: Type.Optional(Type.Integer({ minimum: 1, maximum: 60_000 })),
  }),
  /** Cuts the connection, at once or after so many bytes of the body. @default 0 */
  reset: kind('reset', { ...instead, afterBytes: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_536 })) }),
  /** Answers 200 with something that is no JSON, or no XML. @default a gateway's HTML page */
  garbage: kind('garbage', { ...instead, body: Type.Optional(Type.Enum(['html', 'truncated', 'binary', 'empty'])) }),
  /** Answers valid JSON or XML whose values have other types than the contract's. */
  wrongTypes: kind('wrongTypes', common),
  /** Answers a list that does not end before `bytes`. @default 64 MiB */
  hugeBody: kind('hugeBody', { ...instead, bytes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_073_741_824 })) }),
  /** Answers 302. @default a path of the simulator that counts who followed */
  redirect: kind('redirect', {
    ...instead,
    location: Type.Optional(Type.String({ pattern: '^(https?://|/)[\\x21-\\x7e]*$', maxLength: 2_000 })),
  }),
  /** Answers right in meaning, wrong in form, as many real systems do. */
  sloppy: kind('sloppy', {
    ...common,
    deviations: Type.Optional(Type.Array(Type.Enum(allDeviations), { minItems: 1, maxItems: allDeviations.length })),
  }),
  /** Accepts a top-up or a usage query and finishes it `afterMs` later. @default 2,000 ms, completed */
  asynchronous: kind('asynchronous', {
    ...common,
    afterMs: Type.Optional(milliseconds),
    outcome: Type.Optional(Type.Enum(['completed', 'failed'])),
  }),
} as const

export type FaultKind = keyof typeof faultSchemas
export type FaultOf<Kind extends FaultKind> = Static<(typeof faultSchemas)[Kind]>
export type Fault = { [Kind in FaultKind]: FaultOf<Kind> }[FaultKind]

function kind<Name extends string, Properties extends Record<string, TSchema>>(name: Name, properties: Properties) {
  return Type.Object({ kind: Type.Literal(name), ...properties }, { additionalProperties: false }) satisfies TObject
}
