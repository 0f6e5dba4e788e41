import type { Money } from '@mosaic/schemas/bss'
import { BssFailure, badAnswer } from '../failure.ts'
import { calendarDay, instant } from './instant.ts'
import { money } from './money.ts'
import { boolean, isObject, number, text, word } from './values.ts'

/**
 * A place in an answer: what stands there, and the way to it. Reading is tolerant, as real systems need it: one object stands for a list of one,
 * numbers may be texts, letter case and stray blanks do not count. What is absent or unreadable is `undefined`; a mapping that cannot do without
 * it throws `bad(…)`, which names the place.
 */
export class Reading {
  readonly value: unknown
  readonly #name: string | number
  readonly #above: Reading | undefined

  /** @param name what the answer is called in errors: the resource, never the customer's data; below it, where in what is above. */
  constructor(value: unknown, name: string | number, above?: Reading) {
    this.value = value
    this.#name = name
    this.#above = above
  }

  /** Such as `customerBill[2].amountDue`. Put together when somebody wants to know it: only errors do. */
  get path(): string {
    if (this.#above === undefined) return String(this.#name)
    return typeof this.#name === 'number' ? `${this.#above.path}[${this.#name}]` : `${this.#above.path}.${this.#name}`
  }

  /** The place below, by its names. Never throws: below what is not there everything is absent. */
  at(...names: string[]): Reading {
    return names.reduce<Reading>((place, name) => new Reading(isObject(place.value) ? place.value[name] : undefined, name, place), this)
  }

  /** The objects of a list; an object alone is a list of one, nothing is an empty one. What is no object is skipped. */
  items(): Reading[] {
    return this.#list().filter((item) => item.isObject())
  }

  /** The same, for lists that must not be misread as shorter than they are: what is there and is no object throws. */
  wholeItems(): Reading[] {
    if (this.isThere() && !Array.isArray(this.value) && !this.isObject()) throw this.bad('a list of objects')
    for (const item of this.#list()) if (!item.isObject()) throw item.bad('an object')
    return this.#list()
  }

  /** What the TM Forum characteristic of a name says, in a list of names and values. */
  characteristic(name: string): Reading {
    const found = this.items().find((entry) => entry.at('name').word() === word(name))
    return found?.at('value') ?? new Reading(undefined, `${this.path}[${name}].value`)
  }

  isThere(): boolean {
    return this.value !== undefined && this.value !== null
  }
  isObject(): boolean {
    return isObject(this.value)
  }
  text(): string | undefined {
    return text(this.#single)
  }
  /** A text that the mapping cannot do without. @throws {BssFailure} BSS_BAD_ANSWER */
  requiredText(expected: string): string {
    const found = this.text()
    if (found === undefined) throw this.bad(expected)
    return found
  }
  /** In lower case, without blanks, `-` and `_`: for comparing. */
  word(): string | undefined {
    return word(this.#single)
  }
  /** One of some words, in whatever letter case it stands there. @throws {BssFailure} BSS_BAD_ANSWER */
  requiredWord<T extends string>(allowed: readonly T[]): T {
    const found = allowed.find((one) => word(one) === this.word())
    if (found === undefined) throw this.bad(`one of ${allowed.join(', ')}`)
    return found
  }
  number(): number | undefined {
    return number(this.#single)
  }
  boolean(): boolean | undefined {
    return boolean(this.#single)
  }
  /** ISO 8601 in UTC. */
  instant(): string | undefined {
    return instant(this.#single)
  }
  /** `yyyy-mm-dd`, as written. */
  day(): string | undefined {
    return calendarDay(this.#single)
  }
  /** From TM Forum's Money or Quantity. The fallback stands in for a currency that is not told. */
  money(fallbackCurrency?: string): Money | undefined {
    return isObject(this.value) ? money(this.value, fallbackCurrency) : undefined
  }

  /** The failure of an answer that is wrong here. */
  bad(expected: string): BssFailure {
    return badAnswer(this.path, expected, described(this.value))
  }

  /** The value itself; of an XML element with attributes, its text. */
  get #single(): unknown {
    return isObject(this.value) ? this.value['#text'] : this.value
  }

  #list(): Reading[] {
    if (Array.isArray(this.value)) return this.value.map((item: unknown, index) => new Reading(item, index, this))
    return this.isObject() ? [this] : []
  }
}

/**
 * Reads a list item by item. An item that cannot be read is left out, so that one broken bill does not cost the others; of a list in which
 * nothing can be read, the reason of the first is thrown.
 */
export function readItems<Item, T>(items: readonly Item[], read: (item: Item) => T): T[] {
  const found: T[] = []
  let reason: BssFailure | undefined
  for (const item of items) {
    try {
      found.push(read(item))
    } catch (error) {
      if (!(error instanceof BssFailure)) throw error
      reason ??= error
    }
  }
  if (reason && found.length === 0) throw reason
  return found
}

/** What stands there, by its kind alone: an answer may hold anything about a customer, and errors go into the log. */
function described(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? `a list of ${value.length}` : `a ${typeof value}`
}
