import type { OfferEligibility } from '@mosaic/schemas/bss'
import { askTask } from '../../connectors/rest/task.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/**
 * TMF679 v4 `productOfferingQualification`: a POST that makes a task, and changes nothing. One item that relies on the line, and names no offering, asks for all
 * that could be had with it.
 */
export const eligibility: Source<'eligibility', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const body = {
      instantSyncQualification: true,
      provideUnavailabilityReason: true,
      productOfferingQualificationItem: [
        { id: '1', action: 'add', product: { productRelationship: [{ relationshipType: 'reliesOn', product: { id: lineId } }] } },
      ],
    }
    const task = await askTask(context, { api: 'productOfferingQualification', path: 'productOfferingQualification', body }, stateOf)
    const read = readItems(task.at('productOfferingQualificationItem').wholeItems(), readItem).flat()
    return read.filter(({ offeringId }, at) => read.findIndex((other) => other.offeringId === offeringId) === at)
  },
}

/** A task that carries items is done, whatever it does not say. */
function stateOf(task: Reading): string | undefined {
  return task.at('state').word() ?? (task.at('productOfferingQualificationItem').items().length > 0 ? 'done' : undefined)
}

const yes = new Set<string | undefined>(['qualified', 'eligible', 'available'])
/** `alternate`: not this one, but another. */
const no = new Set<string | undefined>(['unqualified', 'notqualified', 'alternate', 'ineligible', 'noteligible', 'unavailable'])

/** Nothing for an item that does not say it: nobody is refused on a guess. */
function readItem(item: Reading): OfferEligibility[] {
  const offeringId =
    item.at('productOffering', 'id').text() ?? item.at('product', 'productOffering', 'id').requiredText('the id of an offering')
  const result = item.at('qualificationItemResult').word()
  const [obstacle] = item.at('eligibilityUnavailabilityReason').items()
  const isEligible = yes.has(result) ? true : no.has(result) || (result === undefined && obstacle) ? false : undefined
  if (isEligible === undefined) return []
  const reason = isEligible ? undefined : obstacle?.at('code').text()
  return [{ offeringId, isEligible, ...(reason !== undefined && { reason }) }]
}
