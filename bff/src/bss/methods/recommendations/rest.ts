import type { Recommendation } from '@mosaic/schemas/bss'
import { askTask } from '../../connectors/rest/task.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/**
 * TMF680 v4 `queryProductRecommendation`: a POST that makes a task. The line goes where the contract has a place for a product: in an item of the
 * list that comes back filled.
 */
export const recommendations: Source<'recommendations', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const body = { instantSyncRecommendation: true, recommendationType: 'line', recommendationItem: [{ product: { id: lineId } }] }
    const task = await askTask(context, { api: 'recommendation', path: 'queryProductRecommendation', body }, stateOf)
    const ranked = readItems(task.at('recommendationItem').wholeItems(), readItem)
    // Whoever has no rank comes last, in the order of the list.
    const sorted = ranked.toSorted((one, other) => one.rank - other.rank).map(({ recommendation }) => recommendation)
    return sorted.filter(({ offeringId }, at) => sorted.findIndex((other) => other.offeringId === offeringId) === at)
  },
}

/** A task that carries recommendations is done, whatever it does not say. */
function stateOf(task: Reading): string | undefined {
  return task.at('state').word() ?? (task.at('recommendationItem').items().length > 0 ? 'done' : undefined)
}

type Ranked = { rank: number; recommendation: Recommendation }

function readItem(item: Reading): Ranked {
  // The offering stands beside the product, or inside it: the contract has both places.
  const product = item.at('product')
  const offeringId = item.at('productOffering', 'id').text() ?? product.at('productOffering', 'id').requiredText('the id of an offering')
  const reason = product.at('productCharacteristic').characteristic('reason').text()
  return {
    rank: item.at('priority').number() ?? Number.POSITIVE_INFINITY,
    recommendation: { offeringId, ...(reason !== undefined && { reason }) },
  }
}
