import type { Interactions } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** The words under which dismissed contents and answered questions are written down, here and in `dismissAlert` and `answerSurvey`. */
export const dismissal = 'alertDismissed'
export const answer = 'surveyAnswered'
const fields = ['id', 'reason', 'interactionDate', 'creationDate', 'interactionItem']

/** TMF683 `partyInteraction?relatedParty.id=&reason=`: some systems answer with all reasons whatever was asked. */
export const interactions: Source<'interactions', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const query = { 'relatedParty.id': customerId, reason: `${dismissal},${answer}` }
    const all = await listAll(context, { api: 'partyInteraction', path: 'partyInteraction', query, fields })
    const of = (reason: string) => all.filter((interaction) => interaction.at('reason').word() === reason.toLowerCase())
    const [dismissed, answered] = [lastOfEach(of(dismissal)), lastOfEach(of(answer))]
    return { dismissed, ...(answered.length > 0 && { answered }) }
  },
}

type Told = Interactions['dismissed']

function lastOfEach(interactions: readonly Reading[]): Told {
  const each = readItems(interactions, (interaction) => {
    // When it was written down: the period it happened in may be a whole day.
    const moment = interaction.at('creationDate')
    const at = moment.instant() ?? interaction.at('interactionDate', 'startDateTime').instant()
    if (!at) throw moment.bad('when it happened')
    return interaction
      .at('interactionItem')
      .items()
      .map((item) => ({ contentId: item.at('id').requiredText('what it was about'), at }))
  })
  return newestOfEach(each.flat())
}

/** Each content once, with the latest moment, the latest first. */
function newestOfEach(told: Told): Told {
  const newestFirst = told.toSorted((one, other) => other.at.localeCompare(one.at))
  return newestFirst.filter(({ contentId }, index) => newestFirst.findIndex((other) => other.contentId === contentId) === index)
}
