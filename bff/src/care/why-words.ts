import { attributeByName, describeRule, type CatalogueEntry, type Explanation, type Fact, type Rule } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import type { Format } from '@mosaic/widgets'
import type { AskedRule } from './why.ts'

/** A part of a rule in words, with what it came to: a group (`combinator`), or one comparison. `outcome`, `actual` null: not known. */
export type RuleNode = {
  /** From 0; the children of a group follow it, one deeper. */
  depth: number
  combinator: 'and' | 'or' | null
  isNegated: boolean
  outcome: boolean | null
  sentence: string | null
  label: string | null
  actual: string | null
}

/** The language, and the brand's currency. */
export type Words = { format: Format; currency: string }

/** The whole rule as one sentence, without the full stop. */
export function sentenceOf({ trigger }: AskedRule, { format: { locale, timeZone }, currency }: Words): string {
  return describeRule(trigger.source.rule, locale, { currency, timeZone })
}

/** The rule as a tree of sentences, parents before their children. */
export function nodesOf(explanation: Explanation, words: Words, depth = 0): RuleNode[] {
  const outcome = explanation.outcome ?? null
  if (explanation.kind === 'group') {
    const { combinator, not, rules } = explanation
    const group = { depth, combinator, isNegated: not, outcome, sentence: null, label: null, actual: null }
    return [group, ...rules.flatMap((rule) => nodesOf(rule, words, depth + 1))]
  }
  const { field, operator, expected, actual } = explanation
  const { locale, timeZone } = words.format
  const attribute = attributeByName(field)
  const rule = { field, operator, ...(expected !== undefined && { value: expected }) } as Rule
  return [
    {
      depth,
      combinator: null,
      isNegated: false,
      outcome,
      sentence: describeRule({ combinator: 'and', rules: [rule] }, locale, { currency: words.currency, timeZone }),
      label: attribute?.label[locale] ?? field,
      actual: attribute ? factText(attribute, actual, words) : null,
    },
  ]
}

/** A fact as a person reads it; null: not known. */
function factText(attribute: CatalogueEntry, fact: Fact, { format, currency }: Words): string | null {
  const { locale } = format
  if (fact === undefined) return null
  if (fact === null || (Array.isArray(fact) && fact.length === 0)) return say.nothing[locale]
  if (typeof fact === 'boolean') return fact ? say.yes[locale] : say.no[locale]
  if (typeof fact === 'number') {
    if (attribute.type === 'money') return format.money({ minor: fact, currency }).text
    return [format.number(fact, 2), attribute.unit?.[locale]].filter(Boolean).join(' ')
  }
  const named = (value: string) => attribute.options?.find((option) => option.value === value)?.label[locale] ?? value
  if (typeof fact !== 'string') return fact.map(named).join(', ')
  if (attribute.type !== 'date') return named(fact)
  // A day is a day wherever one is; a moment has an hour too.
  return fact.length > 10 ? `${format.date(fact)}, ${format.time(fact)}` : format.date(`${fact}T12:00:00Z`)
}

const say = {
  yes: { it: 'sì', en: 'yes' },
  no: { it: 'no', en: 'no' },
  nothing: { it: 'non c’è', en: 'none' },
} satisfies Record<string, Record<Locale, string>>
