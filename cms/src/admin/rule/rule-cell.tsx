import { checkRule, describeRule, type RuleGroup } from '@mosaic/schemas/rules'
import type { DefaultServerCellComponentProps } from 'payload'
import { ruleWords } from '../words/rule-words.ts'

/** A condition as a sentence, in the list of triggers. */
export function RuleCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const language = i18n.language === 'it' ? 'it' : 'en'
  const rule = cellData as RuleGroup | undefined
  if (!rule || checkRule(rule).length > 0) return <span>—</span>
  return <span>{rule.rules.length === 0 ? ruleWords[language].everybody : describeRule(rule, language, { currency: 'EUR' })}</span>
}
