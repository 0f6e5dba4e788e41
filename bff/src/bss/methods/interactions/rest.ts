import type { Interactions } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Source } from '../../contract.ts'
import { readItems } from '../../tolerant/reading.ts'

/** The word under which dismissed contents are written down, here and in `dismissAlert`. */
export const dismissal = 'alertDismissed'
const fields = ['id', 'reason', 'interactionDate', 'creationDate', 'interactionItem']

/** TMF683 `partyInteraction?relatedParty.id=&reason=`: some systems answer with all reasons whatever was asked. */
export const interactions: Source<'interactions', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const query = { 'relatedParty.id': customerId, reason: dismissal }
    const all = await listAll(context, { api: 'partyInteraction', path: 'partyInteraction', query, fields })
    const dismissals = all.filter((interaction) => interaction.at('reason').word() === dismissal.toLowerCase())
    const each = readItems(dismissals, (interaction) => {
      // When it was written down: the period it happened in may be a whole day.
      const moment = interaction.at('creationDate')
      const at = moment.instant() ?? interaction.at('interactionDate', 'startDateTime').instant()
      if (!at) throw moment.bad('when it happened')
      return interaction
        .at('interactionItem')
        .items()
        .map((item) => ({ contentId: item.at('id').requiredText('what was dismissed'), at }))
    })
    return { dismissed: lastOfEach(each.flat()) }
  },
}

/** Each content once, with the latest moment, the latest first. */
function lastOfEach(dismissed: Interactions['dismissed']): Interactions['dismissed'] {
  const newestFirst = dismissed.toSorted((one, other) => other.at.localeCompare(one.at))
  return newestFirst.filter(({ contentId }, index) => newestFirst.findIndex((other) => other.contentId === contentId) === index)
}
