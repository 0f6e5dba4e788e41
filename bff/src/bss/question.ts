import { methods, type MethodName, type MethodParams, type Policy, type ReadMethodName } from '@mosaic/schemas/bss'
import { methodSources } from './methods/index.ts'
import type { SourceChoice } from './sources.ts'

/** For whom methods are asked: the brand, its policies of this moment, and what parameters are drawn from. One for each request. */
export type BssScope = {
  brand: string
  currency: string
  policies: Readonly<Record<MethodName, Policy>>
  params: MethodParams
  /** The keys of what has been asked in this scope, put together once. Filled by the data layer. */
  keys?: { [Name in ReadMethodName]?: string }
  /** The parameters of methods that ask for no more than whom they are about, put together once. Filled by the data layer. */
  subjects?: { -readonly [Subject in keyof typeof scopeParams]?: MethodParams }
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

/** The question a scope makes of a method. Throws a TypeError when the scope lacks what the method is about. */
export function questionOf<Name extends ReadMethodName>(scope: BssScope, method: Name, choice: SourceChoice): Question<Name> {
  const policy = scope.policies[method]
  const subject = subjectOf(scope, methods[method].scope)
  const key = keyOfSubject(scope, method, choice)
  return policy.keyParams.length === 0 ? new Asked(scope, method, policy, subject, key) : withMore(scope, method, policy, subject, key)
}

/** The key of that question, for who needs nothing else of it. */
export function keyOf(scope: BssScope, method: ReadMethodName, choice: SourceChoice): string {
  return scope.policies[method].keyParams.length === 0 ? keyOfSubject(scope, method, choice) : questionOf(scope, method, choice).key
}

/** The parameters that a method's scope is drawn from. Others are not its business. */
const scopeParams = {
  brand: [],
  customer: ['customerId'],
  party: ['partyType', 'partyId'],
  line: ['lineId'],
} as const satisfies Record<string, readonly (keyof MethodParams)[]>

/** What a write makes obsolete of a method: everything known about the customer, party or line of the scope. */
export function tagOf({ brand, params }: Pick<BssScope, 'brand' | 'params'>, method: MethodName): string {
  let tag = `${escaped(brand)}/${method}`
  for (const name of scopeParams[methods[method].scope]) {
    const value = params[name]
    if (value === undefined) throw new TypeError(`${method} was asked without its ${methods[method].scope}`)
    tag += `/${escaped(value)}`
  }
  return tag
}

/** Of a question about no more than whom its method is about: put together once for a scope. */
function keyOfSubject(scope: BssScope, method: ReadMethodName, choice: SourceChoice): string {
  const keys = (scope.keys ??= {})
  const known = keys[method]
  if (known !== undefined) return known
  const connector = choice[method]
  return (keys[method] = `${tagOf(scope, method)}\n${connector}${methodSources[method][connector]?.version}`)
}

/** A question whose answer depends on more than whom it is about: so its policy says, and another policy may say otherwise. */
function withMore<Name extends ReadMethodName>(scope: BssScope, method: Name, policy: Policy, subject: MethodParams, keyOfSubject: string) {
  const own: readonly (keyof MethodParams)[] = scopeParams[methods[method].scope]
  const params: Record<string, string | undefined> = { ...subject }
  let key = keyOfSubject
  for (const name of policy.keyParams.filter((extra) => !own.includes(extra) && scope.params[extra] !== undefined).toSorted()) {
    params[name] = scope.params[name]
    key += `/${escaped(`${name}=${scope.params[name]}`)}`
  }
  return new Asked(scope, method, policy, params as MethodParams, key)
}

function subjectOf(scope: BssScope, subject: keyof typeof scopeParams): MethodParams {
  const subjects = (scope.subjects ??= {})
  return (subjects[subject] ??= Object.fromEntries(scopeParams[subject].map((name) => [name, scope.params[name]])) as MethodParams)
}

/** The two parts of the key are taken out of it by who needs them, which is who asks a back-end. */
class Asked<Name extends ReadMethodName> implements Question<Name> {
  readonly brand: string
  readonly currency: string
  readonly method: Name
  readonly policy: Policy
  readonly params: MethodParams
  readonly key: string

  constructor({ brand, currency }: BssScope, method: Name, policy: Policy, params: MethodParams, key: string) {
    this.brand = brand
    this.currency = currency
    this.method = method
    this.policy = policy
    this.params = params
    this.key = key
  }

  get tag(): string {
    return this.key.slice(0, this.key.indexOf('\n'))
  }

  get variant(): string {
    return this.key.slice(this.key.indexOf('\n') + 1)
  }
}

/** A part of a text that no other parts make: a separator inside it is written otherwise. */
function escaped(part: string): string {
  return /[/\n%]/.test(part) ? encodeURIComponent(part) : part
}
