import type { Money, UsageMonth } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'usageDate', 'usageType', 'usageCharacteristic', 'ratedProductUsage']
const monthsKept = 12

/** TMF635 `usage?usageType=summary&ratedProductUsage.productRef.id=`: what the line used month by month, newest first and at most a year. */
export const usageHistory: Source<'usageHistory', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const query = { usageType: 'summary', 'ratedProductUsage.productRef.id': lineId }
    const items = await listAll(context, { api: 'usage', path: 'usage', query, fields })
    // Some systems answer with the single events too, whatever was asked.
    const summaries = items.filter((item) => (item.at('usageType').word() ?? 'summary') === 'summary')
    const months = new Map(readItems(summaries, (item) => readMonth(item, context.currency)).map((month) => [month.month, month]))
    return [...months.values()].sort((one, other) => other.month.localeCompare(one.month)).slice(0, monthsKept)
  },
}

function readMonth(item: Reading, currency: string): UsageMonth {
  const usageDate = item.at('usageDate')
  const month = usageDate.instant()?.slice(0, 7)
  if (!month) throw usageDate.bad('a date in the month')
  const used = item.at('usageCharacteristic')
  const dataMb = amount(used, 'dataVolumeMb')
  const voiceMinutes = amount(used, 'voiceMinutes')
  const sms = amount(used, 'smsCount')
  const cost = costOf(item.at('ratedProductUsage').items(), currency)
  return {
    month,
    ...(dataMb !== undefined && { dataMb }),
    ...(voiceMinutes !== undefined && { voiceMinutes }),
    ...(sms !== undefined && { sms }),
    ...(cost && { cost }),
  }
}

function amount(used: Reading, name: string): number | undefined {
  const found = used.characteristic(name).number()
  return found === undefined || found < 0 ? undefined : found
}

/** Without every part of it there is no sum. */
function costOf(ratings: readonly Reading[], currency: string): Money | undefined {
  const [first, ...others] = ratings.map((rating) => rating.at('taxIncludedRatingAmount').money(currency))
  if (!first || others.some((cost) => cost?.currency !== first.currency)) return undefined
  return { ...first, minor: others.reduce((sum, cost) => sum + (cost?.minor ?? 0), first.minor) }
}
