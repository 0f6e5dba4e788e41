import type { Attribute, AttributeType, Operator, TwoLanguages } from './types.ts'

/** How an operator stands in the builder's menu. */
export const operatorLabels: Record<Operator, TwoLanguages> = {
  '=': { it: 'è uguale a', en: 'is equal to' },
  '!=': { it: 'è diverso da', en: 'is not equal to' },
  '<': { it: 'è minore di', en: 'is less than' },
  '<=': { it: 'è al massimo', en: 'is at most' },
  '>': { it: 'è maggiore di', en: 'is more than' },
  '>=': { it: 'è almeno', en: 'is at least' },
  between: { it: 'è fra', en: 'is between' },
  notBetween: { it: 'non è fra', en: 'is not between' },
  in: { it: 'è uno di', en: 'is one of' },
  notIn: { it: 'non è nessuno di', en: 'is none of' },
  contains: { it: 'contiene', en: 'contains' },
  doesNotContain: { it: 'non contiene', en: 'does not contain' },
  beginsWith: { it: 'comincia con', en: 'begins with' },
  null: { it: 'è assente', en: 'is missing' },
  notNull: { it: 'è presente', en: 'is present' },
  withinLast: { it: 'negli ultimi', en: 'within the last' },
  withinNext: { it: 'nei prossimi', en: 'within the next' },
  olderThan: { it: 'più indietro di', en: 'longer ago than' },
  furtherThan: { it: 'più avanti di', en: 'further ahead than' },
}

/** Where time is compared, "less" reads "before". */
const timeLabels: Partial<Record<Operator, TwoLanguages>> = {
  '<': { it: 'è prima di', en: 'is before' },
  '<=': { it: 'non è dopo', en: 'is not after' },
  '>': { it: 'è dopo', en: 'is after' },
  '>=': { it: 'non è prima di', en: 'is not before' },
}

const presence = ['null', 'notNull'] as const
const ordered = ['<', '<=', '>', '>=', 'between', 'notBetween'] as const
/** These look inside a text; where its values are a closed list there is nothing to look for. */
const insideText: readonly Operator[] = ['contains', 'doesNotContain', 'beginsWith']
const byType: Record<AttributeType, readonly Operator[]> = {
  string: ['=', '!=', 'in', 'notIn', ...insideText, ...presence],
  number: ['=', '!=', ...ordered, ...presence],
  money: ['=', '!=', ...ordered, ...presence],
  boolean: ['=', ...presence],
  date: ['withinLast', 'withinNext', 'olderThan', 'furtherThan', '=', '!=', ...ordered, ...presence],
  time: [...ordered, ...presence],
  set: ['contains', 'doesNotContain', ...presence],
}

const ofClosedText = byType.string.filter((operator) => !insideText.includes(operator))

/**
 * The operators a rule may use on an attribute of this type, the usual ones first. Pass the attribute's `options` too: a text with a
 * closed list of values has fewer.
 */
export function operatorsFor(type: AttributeType, options?: Attribute['options']): readonly Operator[] {
  return type === 'string' && options ? ofClosedText : byType[type]
}

/** How an operator reads in the builder's menu for an attribute of this type. */
export function operatorLabel(operator: Operator, type: AttributeType): TwoLanguages {
  return ((type === 'date' || type === 'time') && timeLabels[operator]) || operatorLabels[operator]
}
