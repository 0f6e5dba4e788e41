import { methods, type MethodName, type MethodParams, type Policy, type ReadMethodName } from '@mosaic/schemas/bss'
import { methodSources } from './methods/index.ts'
import type { SourceChoice } from './sources.ts'

/** For whom methods are asked: the brand, its policies of this moment, and what parameters are drawn from. One for each request. */
export type BssScope = {
  brand: string
  currency: string
  policies: Readonly<Record<MethodName, Policy>>
  params: MethodParams
  /** What has been asked in this scope: each key is put together once. Filled by the data layer. */
  questions?: { [Name in ReadMethodName]?: Question<Name> }
}

/** One thing one person may ask for, and all that decides its answer. */
export type Question<Name extends ReadMethodName = ReadMethodName> = {
  brand: string
  currency: string
  method: Name
  policy: Policy
  /** What the back-end is told: nothing that is not in the key. */
  params: MethodParams
  /** Equal for equal questions, and for no others: brand, method, version of the mapping, parameters. */
  key: string
  /** Equal for all questions of one method about one customer, party or line: what a write makes obsolete. */
  tag: string
  /** What the key adds to the tag. */
  variant: string
}

/** The question a scope makes of a method; the same object every time. Throws a TypeError when the scope lacks what the method is about. */
export function questionOf<Name extends ReadMethodName>(scope: BssScope, method: Name, choice: SourceChoice): Question<Name> {
  const known = scope.questions?.[method]
  // A request keeps its policies; a scope that is used longer follows them.
  if (known && known.policy === scope.policies[method]) return known as Question<Name>
  const question = makeQuestion(scope, method, choice)
  scope.questions ??= {}
  scope.questions[method] = question as never
  return question
}

/** The parameters that a method's scope is drawn from. Others are not its business. */
const scopeParams = {
  brand: [],
  customer: ['customerId'],
  party: ['partyType', 'partyId'],
  line: ['lineId'],
} as const satisfies Record<string, readonly (keyof MethodParams)[]>

/** What a write makes obsolete of a method: everything known about the customer, party or line of the scope. */
export function tagOf({ brand, params }: BssScope, method: MethodName): string {
  let tag = `${escaped(brand)}/${method}`
  for (const name of scopeParams[methods[method].scope]) {
    const value = params[name]
    if (value === undefined) throw new TypeError(`${method} was asked without its ${methods[method].scope}`)
    tag += `/${escaped(value)}`
  }
  return tag
}

// Every request makes its questions anew, also for what is cached: nothing here builds a list it can do without.
function makeQuestion<Name extends ReadMethodName>(scope: BssScope, method: Name, choice: SourceChoice): Question<Name> {
  const { brand, currency } = scope
  const policy = scope.policies[method]
  const own: readonly (keyof MethodParams)[] = scopeParams[methods[method].scope]
  const tag = tagOf(scope, method)
  const connector = choice[method]
  let variant = `${connector}${methodSources[method][connector]?.version}`
  const params: Record<string, string | undefined> = {}
  for (const name of own) params[name] = scope.params[name]
  if (policy.keyParams.length > 0) {
    for (const name of policy.keyParams.filter((extra) => !own.includes(extra) && scope.params[extra] !== undefined).toSorted()) {
      params[name] = scope.params[name]
      variant += `/${escaped(`${name}=${scope.params[name]}`)}`
    }
  }
  return { brand, currency, method, policy, params: params as MethodParams, key: `${tag}\n${variant}`, tag, variant }
}

/** A part of a text that no other parts make: a separator inside it is written otherwise. */
function escaped(part: string): string {
  return /[/\n%]/.test(part) ? encodeURIComponent(part) : part
}
