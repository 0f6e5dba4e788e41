import { checkRule } from '../rules/check.ts'
import { step } from './errors.ts'
import type { ReleaseIssue } from './types.ts'

/** What is wrong with the rules of the triggers, each with its place in `triggers.json`. */
export function checkRules(triggers: readonly { rule: unknown }[]): ReleaseIssue[] {
  return triggers.flatMap(({ rule }, index) =>
    checkRule(rule).map(({ code, path, message, expected, got }) => {
      const inside = path === '' ? '' : `/${path}`
      return { code, file: 'triggers.json', path: `${step(index)}/rule${inside}`, expected, got, fix: message.en }
    }),
  )
}
