import type { MethodResult, ReadMethodName } from '../../bss/index.ts'
import type { Attribute, Clock, Fact, TwoLanguages } from '../types.ts'

/** What the token says that a rule may ask about. A claim that is missing leaves its fact unknown. */
export type TokenFacts = { locale?: string | undefined; partyType?: string | undefined }

/** What the request says: the device, the app, and the moment. A header that is missing leaves its fact unknown. */
export type ContextFacts = { formFactor?: string | undefined; platform?: string | undefined; appVersion?: string | undefined; clock: Clock }

/** The answers of the BSS methods that were asked and did answer; a method that is absent leaves its facts unknown. */
export type ReadResults = { readonly [Method in ReadMethodName]?: MethodResult<Method> | undefined }

/** All that facts are read from. `lineId` is the line the home is about; absent for a customer without lines. */
export type FactInput = { token: TokenFacts; context: ContextFacts; results: ReadResults; lineId?: string | undefined }

/** A value of a closed list. `clause` is what stands after "is" in a sentence where the label does not fit. */
export type Option = { value: string; label: TwoLanguages; clause?: TwoLanguages }

/** How an attribute stands in a sentence: see `describeRule`. */
export type Wording = {
  /** With its article: "the line", "la linea". */
  noun: TwoLanguages
  /** Of a date: what happens on it ("è avvenuta", "happened"); "cade", "falls" when left out. */
  verb?: TwoLanguages
  /** Of a boolean: the whole clause when it is true and when it is false. */
  whenTrue?: TwoLanguages
  whenFalse?: TwoLanguages
}

/**
 * One attribute with everything there is to know about it: what the builder shows, how it reads in a sentence, and how its
 * fact is read. `read` gives `undefined` for what is not known and `null` for what is known to be empty.
 */
export type CatalogueEntry = Omit<Attribute, 'options'> & {
  options?: readonly Option[]
  wording: Wording
  /** It is the moment itself, so it changes by waiting; what changes with the day does not count (see `Horizon`). */
  moves?: boolean
  read: (input: FactInput) => Fact
}

type Own<Source> = Omit<CatalogueEntry, 'source' | 'read' | 'group'> & { read: (source: Source, input: FactInput) => Fact }

/** The attributes of one group of the builder's menu. */
export function group(label: TwoLanguages, entries: readonly Omit<CatalogueEntry, 'group'>[]): CatalogueEntry[] {
  return entries.map((entry) => ({ ...entry, group: label }))
}

/** An attribute read from the token. */
export function fromToken({ read, ...own }: Own<TokenFacts>): Omit<CatalogueEntry, 'group'> {
  return { ...own, source: { from: 'token' }, read: (input) => read(input.token, input) }
}

/** An attribute read from the request: device, app, moment. */
export function fromContext({ read, ...own }: Own<ContextFacts>): Omit<CatalogueEntry, 'group'> {
  return { ...own, source: { from: 'context' }, read: (input) => read(input.context, input) }
}

/** An attribute read from the answer of a BSS method; not known while there is no answer. */
export function fromBss<Method extends ReadMethodName>(
  method: Method,
  { read, ...own }: Own<MethodResult<Method>>,
): Omit<CatalogueEntry, 'group'> {
  return {
    ...own,
    source: { from: 'bss', method },
    read: (input) => {
      const result = input.results[method] as MethodResult<Method> | undefined
      return result === undefined ? undefined : read(result, input)
    },
  }
}

/** One value of a closed list. */
export function option(value: string, it: string, en: string, clause?: TwoLanguages): Option {
  return { value, label: { it, en }, ...(clause && { clause }) }
}

/** Text that is known: an empty one is known to be empty. */
export function textOf(value: string | undefined): string | null {
  return value || null
}
