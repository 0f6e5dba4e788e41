import type { Reward, Rewards } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each bucket; nothing else need be sent. */
const bucketFields = ['id', 'name', 'status', 'usageType', 'remainingValue', 'validFor']

/** TMF654 `bucket?usageType=other` for the points, TMF671 `promotion` for what one gets for them: no bucket of points, no programme. */
export const rewards: Source<'rewards', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const whose = { 'relatedParty.id': customerId }
    const [buckets, promotions] = await Promise.all([
      listAll(context, { api: 'prepayBalance', path: 'bucket', query: { ...whose, usageType: 'other' }, fields: bucketFields }),
      listAll(context, { api: 'promotion', path: 'promotion', query: { ...whose, lifecycleStatus: 'released' } }),
    ])
    const items = readItems(promotions.filter(isOpen), readReward)
    const open = buckets.filter((bucket) => isOfPoints(bucket) && bucket.at('status').word() !== 'expired')
    if (open.length === 0) return { items }
    const programme = open[0]?.at('name').text()
    const expiresOn = open.flatMap((bucket) => bucket.at('validFor', 'endDateTime').instant() ?? []).sort()[0]
    return {
      points: open.map((bucket) => wholeNumber(bucket.at('remainingValue', 'amount'))).reduce((sum, points) => sum + points, 0),
      ...(programme !== undefined && { programme }),
      ...(expiresOn && { expiresOn }),
      items,
    } satisfies Rewards
  },
}

const pointWords = new Set<string | undefined>(['point', 'points', 'pt', 'pts', 'punto', 'punti'])

/** Buckets that hold neither money nor usage hold many things. What is no bucket at all must not pass for "no points". */
function isOfPoints(bucket: Reading): boolean {
  bucket.at('id').requiredText('the id of a bucket')
  return pointWords.has(bucket.at('remainingValue', 'units').word() ?? bucket.at('remainingValue', 'unit').word())
}

/** In the life of a promotion, all before `released` is the operator's own business, and all after it is over. */
function isOpen(promotion: Reading): boolean {
  return ['released', 'active', undefined].includes(promotion.at('lifecycleStatus').word())
}

function readReward(promotion: Reading): Reward {
  const criteria = promotion
    .at('pattern')
    .items()
    .flatMap((pattern) => pattern.at('criteriaGroup').items())
    .flatMap((group) => group.at('criteria').items())
  const price = criteria.find((entry) => pointWords.has(entry.at('criteriaParameter').word()))?.at('criteriaValue')
  const cost = price && wholeNumber(price)
  const expiresOn = promotion.at('validFor', 'endDateTime').instant()
  return {
    id: promotion.at('id').requiredText('the id of a promotion'),
    name: promotion.at('name').requiredText('the name of a promotion'),
    ...(cost !== undefined && { cost }),
    ...(expiresOn && { expiresOn }),
  }
}

/** Half a point is none; a sum of those that are far too many would be no number any more. @throws {BssFailure} BSS_BAD_ANSWER */
function wholeNumber(place: Reading): number {
  const value = place.number()
  if (value === undefined || value < 0 || value > 1e12) throw place.bad('a number of points')
  return Math.floor(value)
}
