import { checkRule, type Clock, type RuleGroup } from '@mosaic/schemas/rules'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { error, inDocument, type PublishIssue } from '../issues.ts'
import { canAllBeTrue } from './satisfiable.ts'

/** Every rule can be compiled, says something, and can come true. */
export function checkTriggers({ triggers }: ReleaseBody, clock: Clock): PublishIssue[] {
  return triggers.flatMap(({ id, name, rule }, index) => {
    const faults = checkRule(rule)
    if (faults.length > 0) {
      return faults.map(({ path, message }) =>
        error(
          'rule-invalid',
          inDocument('triggers', index, id, 'rule', ...path.split('/').filter(Boolean)),
          `Regola «${name}»: ${message.it}`,
          `Trigger "${name}": ${message.en}`,
        ),
      )
    }
    const place = inDocument('triggers', index, id, 'rule')
    if (countOf(rule) === 0) {
      return error(
        'trigger-empty',
        place,
        `Regola «${name}»: non ha condizioni. Aggiungine una; ciò che vale per tutti non ha bisogno di una regola.`,
        `Trigger "${name}": it has no conditions. Add one; what is meant for everybody needs no trigger.`,
      )
    }
    if (canAllBeTrue([rule], clock)) return []
    return error(
      'trigger-never-true',
      place,
      `Regola «${name}»: le condizioni si escludono a vicenda, non può mai essere vera. Correggi quella sbagliata.`,
      `Trigger "${name}": its conditions exclude each other, it can never be true. Correct the wrong one.`,
    )
  })
}

function countOf(group: RuleGroup): number {
  return group.rules.reduce((count, node) => count + ('rules' in node ? countOf(node) : 1), 0)
}
