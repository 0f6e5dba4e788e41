import type { ReleaseBody } from '@mosaic/schemas/release'
import type { Clock } from '@mosaic/schemas/rules'
import { checkCare } from './checks/care.ts'
import { checkContents } from './checks/contents.ts'
import { checkContrast } from './checks/contrast.ts'
import { checkGuides } from './checks/guides.ts'
import { checkKillSwitches } from './checks/kill-switches.ts'
import { checkLayout } from './checks/layout.ts'
import { checkLinks } from './checks/links.ts'
import { checkMenus } from './checks/menus.ts'
import { checkPolicies } from './checks/policies.ts'
import { checkReach } from './checks/reach.ts'
import { checkBodyReferences } from './checks/references.ts'
import { checkSchema } from './checks/schema.ts'
import { checkTargets } from './checks/targets.ts'
import { checkTexts } from './checks/texts.ts'
import { checkTriggers } from './checks/triggers.ts'
import { checkValidity } from './checks/validity.ts'
import type { PublishIssue } from './issues.ts'

/**
 * Everything that stands between a body and the customers, errors first, each with the sentence and the field for the editor. Pure.
 * `now` is for what has an end: a content whose time is over.
 */
export function checkForPublish(body: ReleaseBody, { now = new Date() }: { now?: Date } = {}): PublishIssue[] {
  // The shape first: every other check relies on it.
  const shape = checkSchema(body)
  if (shape.length > 0) return shape

  const clock: Clock = { now, timeZone: isTimeZone(body.brand.timeZone) ? body.brand.timeZone : 'UTC' }
  const issues = [
    // Every id leads somewhere, and every rule can be compiled.
    ...checkBodyReferences(body),
    ...checkTriggers(body, clock),
    // What each content says.
    ...checkContents(body),
    ...checkTexts(body),
    ...checkLinks(body),
    ...checkValidity(body, now),
    // How it looks.
    ...checkContrast(body),
    ...checkLayout(body),
    // Whether anybody can ever see it.
    ...checkReach(body, clock),
    // What apps must not draw.
    ...checkKillSwitches(body),
    // Where those who help customers send them, and how they are reached.
    ...checkCare(body),
    ...checkTargets(body, clock),
    ...checkMenus(body),
    ...checkGuides(body),
    // How the back-end systems are asked.
    ...checkPolicies(body),
  ]
  return issues.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

/** A zone that does not exist is an issue of its own; the rules are looked at all the same. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format()
    return true
  } catch {
    return false
  }
}
