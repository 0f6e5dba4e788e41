import type { Money, UsageEvent } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { Reading, readItems } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'usageDate', 'usageType', 'usageSpecification', 'usageCharacteristic', 'ratedProductUsage', 'status']
/** Nobody reads further back on a telephone: one page of a list that may be thousands long. */
const limit = 50

/** TMF635 `usage?ratedProductUsage.isBilled=false&ratedProductUsage.productRef.id=`: one page of the line's newest events since the last bill. */
export const usageEvents: Source<'usageEvents', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const query = { 'ratedProductUsage.isBilled': 'false', 'ratedProductUsage.productRef.id': lineId, sort: '-usageDate', limit }
    const { body } = await context.send({ api: 'usage', path: 'usage', query, fields })
    const page = new Reading(body, 'usage')
    if (!page.isThere()) throw page.bad('a list')
    // Some systems answer with the summaries of months too, whatever was asked, or with what they could not make sense of.
    const events = page.wholeItems().filter((item) => !isSummary(item) && !isBilled(item) && item.at('status').word() !== 'rejected')
    return readItems(events, (item) => readEvent(item, context.currency))
      .sort((one, other) => other.at.localeCompare(one.at))
      .slice(0, limit)
  },
}

const types: ReadonlyMap<string | undefined, UsageEvent['type']> = new Map([
  ['data', 'data'],
  ['internet', 'data'],
  ['voice', 'voice'],
  ['call', 'voice'],
  ['sms', 'sms'],
  ['message', 'sms'],
])

function readEvent(item: Reading, currency: string): UsageEvent {
  const id = item.at('id').requiredText('the id of an event')
  const type = types.get(item.at('usageType').word())
  if (!type) throw item.at('usageType').bad('data, voice or sms')
  const at = item.at('usageDate').instant()
  if (!at) throw item.at('usageDate').bad('a date')
  const used = item.at('usageCharacteristic')
  const name = item.at('usageSpecification', 'name').text()
  const [amount, numberEnd] = [amountOf(used, type), endOf(used.characteristic('calledNumber').text())]
  const cost = costOf(item, currency)
  return {
    id,
    type,
    ...(name && { name }),
    at,
    ...(amount !== undefined && { amount }),
    ...(numberEnd && { numberEnd }),
    ...(cost && { cost }),
  }
}

function amountOf(used: Reading, type: UsageEvent['type']): number | undefined {
  if (type === 'data') return atLeastNothing(used.characteristic('dataVolumeMb').number())
  if (type === 'sms') return atLeastNothing(used.characteristic('smsCount').number())
  const seconds = atLeastNothing(used.characteristic('durationSeconds').number())
  return seconds === undefined ? undefined : Math.round((seconds / 60) * 1_000) / 1_000
}

/** What is too large to be counted exactly was measured by nobody. */
function atLeastNothing(amount: number | undefined): number | undefined {
  return amount === undefined || amount < 0 || amount > Number.MAX_SAFE_INTEGER ? undefined : amount
}

/** Three digits; of a number so short that they would tell it nearly whole, nothing. */
function endOf(number: string | undefined): string | undefined {
  const digits = number?.replace(/\D/g, '') ?? ''
  return digits.length < shortestTold ? undefined : digits.slice(-3)
}
const shortestTold = 7

/** What all of its ratings come to; nothing until each of them is known. */
function costOf(item: Reading, currency: string): Money | undefined {
  const ratings = item.at('ratedProductUsage').items()
  const costs = ratings.map((rating) => {
    const cost = rating.at('taxIncludedRatingAmount').money(currency)
    return cost ?? (rating.at('usageRatingTag').word() === 'includedusage' ? { minor: 0, currency } : undefined)
  })
  const [first] = costs
  if (!first || costs.some((cost) => cost?.currency !== first.currency)) return undefined
  return { ...first, minor: costs.reduce((sum, cost) => sum + (cost?.minor ?? 0), 0) }
}

function isSummary(item: Reading): boolean {
  return item.at('usageType').word() === 'summary'
}

function isBilled(item: Reading): boolean {
  const ratings = item.at('ratedProductUsage').items()
  return ratings.length > 0 && ratings.every((rating) => rating.at('isBilled').boolean() === true)
}
