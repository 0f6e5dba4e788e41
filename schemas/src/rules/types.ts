import { Type, type Static } from 'typebox'
import type { ReadMethodName } from '../bss/index.ts'

/** Three-valued truth: `undefined` is unknown, and unknown never shows anything. */
export type Truth = boolean | undefined

/**
 * The type of a fact. `money` is integer minor units; `date` an ISO instant or date; `time` a local time of day `HH:mm`;
 * `set` a list of strings.
 */
export type AttributeType = 'string' | 'number' | 'money' | 'boolean' | 'date' | 'time' | 'set'

/** A fact's value: `null` is known to be empty; `undefined` is not known (the BSS did not say). */
export type Fact = string | number | boolean | readonly string[] | null | undefined

/** Everything a rule may look at for one customer at one moment: a null-prototype object keyed by attribute name. */
export type Facts = { readonly [attribute: string]: Fact }

/** The moment a rule is asked about, and the zone in which "today" and "18:30" are meant. */
export type Clock = {
  now: Date
  timeZone: string
  /** Told how long the rule's answer holds as far as it hangs on the moment; without it nobody wants to know. */
  horizon?: Horizon
}

/**
 * Until when something that was concluded from the moment stays true: epoch milliseconds, exclusive. It only ever comes nearer. Whatever turns with the
 * calendar (the hour, the day, the year) is left out: in every time zone that happens on a full quarter of an hour.
 */
export type Horizon = { until: number }

export type TwoLanguages = { it: string; en: string }

/** One typed fact a rule may ask about. */
export type Attribute = {
  name: string
  type: AttributeType
  label: TwoLanguages
  group: TwoLanguages
  /** Where the fact comes from; a `bss` one is asked only when a rule of the plan needs it. */
  source: { from: 'token' } | { from: 'context' } | { from: 'bss'; method: ReadMethodName }
  /** The closed list of values, for strings and sets that have one. */
  options?: readonly { value: string; label: TwoLanguages }[]
  unit?: TwoLanguages
}

export const operators = [
  '=', '!=', '<', '<=', '>', '>=', 'between', 'notBetween', 'in', 'notIn',
  'contains', 'doesNotContain', 'beginsWith', 'null', 'notNull',
  'withinLast', 'withinNext', 'olderThan', 'furtherThan',
] as const // prettier-ignore
export type Operator = (typeof operators)[number]

/** A span for the relative date operators: "within the last 30 days". */
export const Span = Type.Object(
  {
    amount: Type.Integer({ minimum: 0, maximum: 10_000 }),
    unit: Type.Union([Type.Literal('hours'), Type.Literal('days'), Type.Literal('months')]),
  },
  { additionalProperties: false },
)
export type Span = Static<typeof Span>

/** One comparison, in react-querybuilder's shape: what the editor's builder stores. */
export const Rule = Type.Object({
  id: Type.Optional(Type.String()),
  field: Type.String(),
  operator: Type.Unsafe<Operator>(Type.Union(operators.map((operator) => Type.Literal(operator)))),
  value: Type.Optional(
    Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null(), Type.Array(Type.Union([Type.String(), Type.Number()])), Span]),
  ),
})
export type Rule = Static<typeof Rule>

/** A group of rules, in react-querybuilder's shape. An empty group is true for everybody. */
export type RuleGroup = { id?: string; combinator: 'and' | 'or'; not?: boolean; rules: (Rule | RuleGroup)[] }
// Typed by hand: inferring a cyclic type costs the type checker millions of steps wherever a rule is mentioned.
export const RuleGroup = Type.Unsafe<RuleGroup>(
  Type.Cyclic(
    {
      Group: Type.Object({
        id: Type.Optional(Type.String()),
        combinator: Type.Union([Type.Literal('and'), Type.Literal('or')]),
        not: Type.Optional(Type.Boolean()),
        rules: Type.Array(Type.Union([Rule, Type.Ref('Group')])),
      }),
    },
    'Group',
  ),
)

/** One thing wrong with a rule: where it is in the tree (`rules/0/value`), what was expected and what stands there. */
export type RuleIssue = { path: string; code: string; message: TwoLanguages; expected: string; got: string }

/** Why a rule came out as it did: the same tree with each node's verdict and the actual value it saw. */
export type Explanation =
  | { kind: 'group'; combinator: 'and' | 'or'; not: boolean; outcome: Truth; rules: Explanation[] }
  | { kind: 'rule'; field: string; operator: string; expected: unknown; actual: Fact; outcome: Truth }

/** A compiled rule: pure, allocation-free, safe on any facts. */
export type CompiledRule = (facts: Facts, clock: Clock) => Truth
