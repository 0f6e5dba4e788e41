/** What may be compared with in a statement. It reaches the database as a parameter, never as a part of the text. */
export type SqlValue = string | number | boolean

/**
 * A statement with its values, made by `sql` and by nothing else: its text stands in our source, so no value can ever become a part of it.
 */
class Statement {
  readonly #texts: readonly string[]
  readonly values: readonly SqlValue[]
  /** What it is called in errors: the view it reads, never a value. */
  readonly name: string

  constructor(texts: readonly string[], values: readonly SqlValue[]) {
    this.#texts = texts
    this.values = values
    this.name = /\bfrom\s+(\w+)/i.exec(texts.join(' '))?.[1] ?? 'sql'
  }

  /** The text with the database's sign for each parameter: `$1` or `?`. */
  text(signOf: (index: number) => string): string {
    return this.#texts.reduce((text, part, index) => `${text}${signOf(index - 1)}${part}`)
  }

  static isOne(value: unknown): value is Statement {
    return typeof value === 'object' && value !== null && #texts in value
  }
}

export type SqlStatement = Statement
export const isSqlStatement = Statement.isOne

/**
 *     sql`select id, status from mosaic_customer where id = ${customerId}`
 *
 * Throws a TypeError when it is called as a function with a text of its own, and for a value that is no SqlValue.
 */
export function sql(texts: TemplateStringsArray, ...values: SqlValue[]): SqlStatement {
  // A template in a source is like this; a text that was put together is not, unless somebody makes it so on purpose.
  if (!Array.isArray(texts) || !Array.isArray(texts.raw) || !Object.isFrozen(texts) || !Object.isFrozen(texts.raw)) {
    throw new TypeError(
      'sql expected a template of the source, sql`select …`, got a text that was put together. Write ${value} inside the template',
    )
  }
  if (!values.every(isValue))
    throw new TypeError('sql expected texts, finite numbers and booleans as values, got something else. Pass one of these')
  return new Statement(texts, values)
}

function isValue(value: unknown): value is SqlValue {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}
