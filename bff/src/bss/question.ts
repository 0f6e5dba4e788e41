import { methods, type MethodName, type MethodParams, type Policy, type ReadMethodName } from '@mosaic/schemas/bss'
import { methodSources } from './methods/index.ts'
import type { SourceChoice } from './sources.ts'

/** For whom methods are asked: the brand, its policies of this moment, and what parameters are drawn from. One for each request. */
export type BssScope = {
  brand: string
  currency: string
  policies: Readonly<Record<MethodName, Policy>>
  params: MethodParams
  /** Where what is known about the customer, party, line and brand lies in this process, put together once; equal for the same, and for no others. Filled by the data layer. */
  shelves?: { -readonly [Kind in keyof typeof scopeParams]?: string }
}

/** One thing one person may ask for, and all that decides its answer. */
export type Question<Name extends ReadMethodName = ReadMethodName> = {
  brand: string
  currency: string
  method: Name
  policy: Policy
  /** What the back-end is told: nothing that is not in the key. */
  params: MethodParams
  /** Where its answer lies in this process, beside others: each method has one answer on a shelf. */
  shelf: string
  /** Equal for equal questions, and for no others: brand, method, version of the mapping, parameters. */
  key: string
  /** Equal for all questions of one method about one customer, party or line: what a write makes obsolete. */
  tag: string
  /** What the key adds to the tag. */
  variant: string
}

/** The question a scope makes of a method. Throws a TypeError when the scope lacks what the method is about. */
export function questionOf<Name extends ReadMethodName>(scope: BssScope, method: Name, choice: SourceChoice): Question<Name> {
  const { brand, currency } = scope
  const shelf = sharedShelf(scope, method)
  const more = moreOf(scope, method)
  const tag = tagOf(scope, method)
  const connector = choice[method]
  const variant = [`${connector}${methodSources[method][connector]?.version}`, ...more.map(written)].join('/')
  return {
    brand,
    currency,
    method,
    policy: scope.policies[method],
    params: { ...ownParams(scope, method), ...Object.fromEntries(more) },
    shelf: more.length === 0 ? shelf : ownShelf(tag, more),
    key: `${tag}\n${variant}`,
    tag,
    variant,
  }
}

/** The shelf of that question, for who needs nothing else of it. Throws as `questionOf` does. */
export function shelfOf(scope: BssScope, method: ReadMethodName): string {
  const shelf = sharedShelf(scope, method)
  const more = moreOf(scope, method)
  return more.length === 0 ? shelf : ownShelf(tagOf(scope, method), more)
}

/** Where the answer of a tag lies that depends on nothing more; nowhere when the method is another version's. */
export function placeOfTag(tag: string): { shelf: string; method: ReadMethodName } | undefined {
  const [brand, method = '', ...ids] = tag.split('/')
  const kind = Object.hasOwn(methods, method) ? methods[method as ReadMethodName].scope : undefined
  return kind && { shelf: [brand, kind, ...ids].join('/'), method: method as ReadMethodName }
}

/** Of an answer that depends on more than whom it is about, and so has a shelf to itself: its tag. */
export function tagOfShelf(shelf: string): string | undefined {
  const end = shelf.indexOf('\n')
  return end < 0 ? undefined : shelf.slice(0, end)
}

/** The parameters that a method's scope is drawn from. Others are not its business. */
const scopeParams = {
  brand: [],
  customer: ['customerId'],
  party: ['partyType', 'partyId'],
  line: ['lineId'],
} as const satisfies Record<string, readonly (keyof MethodParams)[]>

/** What a write makes obsolete of a method: everything known about the customer, party or line of the scope. */
export function tagOf(scope: Pick<BssScope, 'brand' | 'params'>, method: MethodName): string {
  return pathOf(scope, method, method)
}

/** Whom a method is about, below a name. */
function pathOf({ brand, params }: Pick<BssScope, 'brand' | 'params'>, name: string, method: MethodName): string {
  const { scope: kind } = methods[method]
  let path = `${escaped(brand)}/${name}`
  for (const param of scopeParams[kind]) {
    const value = params[param]
    if (value === undefined) throw new TypeError(`${method} was asked without its ${kind}`)
    path += `/${escaped(value)}`
  }
  return path
}

function ownParams({ params }: BssScope, method: ReadMethodName): MethodParams {
  return Object.fromEntries(scopeParams[methods[method].scope].map((name) => [name, params[name]])) as MethodParams
}

/** Beside all else that is known about whom a method is about. */
function sharedShelf(scope: BssScope, method: ReadMethodName): string {
  const { scope: kind } = methods[method]
  const shelves = (scope.shelves ??= {})
  return (shelves[kind] ??= pathOf(scope, kind, method))
}

function ownShelf(tag: string, more: readonly More[]): string {
  return `${tag}\n${more.map(written).join('/')}`
}

type More = [name: string, value: string]

/** What an answer depends on beside whom it is about: so its policy says, and another policy may say otherwise. */
function moreOf({ policies, params }: BssScope, method: ReadMethodName): readonly More[] {
  const { keyParams } = policies[method]
  if (keyParams.length === 0) return none
  const own: readonly (keyof MethodParams)[] = scopeParams[methods[method].scope]
  return keyParams
    .filter((name) => !own.includes(name) && params[name] !== undefined)
    .toSorted()
    .map((name): More => [name, params[name] as string])
}
const none: readonly More[] = []

function written([name, value]: More): string {
  return escaped(`${name}=${value}`)
}

/** A part of a text that no other parts make: a separator inside it is written otherwise. */
function escaped(part: string): string {
  return /[/\n%]/.test(part) ? encodeURIComponent(part) : part
}
