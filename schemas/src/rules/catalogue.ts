import { customerAttributes } from './catalogue/customer.ts'
import type { CatalogueEntry } from './catalogue/define.ts'
import { helpAttributes } from './catalogue/help.ts'
import { lineAndUsageAttributes } from './catalogue/line.ts'
import { moneyAttributes } from './catalogue/money.ts'
import { sessionAttributes } from './catalogue/session.ts'

/** Everything a rule may ask about, in the order of the builder's menu. A new attribute is one entry in a file of `catalogue/`. */
export const attributes: readonly CatalogueEntry[] = [
  ...customerAttributes,
  ...lineAndUsageAttributes,
  ...moneyAttributes,
  ...helpAttributes,
  ...sessionAttributes,
]

const byName = new Map(attributes.map((attribute) => [attribute.name, attribute]))

/** The attribute of that name; safe for any text, `constructor` and `__proto__` included. */
export function attributeByName(name: string): CatalogueEntry | undefined {
  return byName.get(name)
}
