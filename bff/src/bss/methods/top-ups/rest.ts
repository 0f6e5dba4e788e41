import type { TopUps } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { AskContext, Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'
import { topUpStatus } from '../top-up/rest.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'status', 'amount', 'isAutoTopup', 'recurringPeriod', 'requestedDate', 'confirmationDate']
/** The latest are enough to say what became of them. */
const mostRecent = 10
const day = 86_400_000

type Rule = NonNullable<TopUps['auto']>
type Recent = TopUps['recent'][number]

/** TMF654 `topupBalance?product.id=`: single ones and the rule are elements of one collection there. */
export const topUps: Source<'topUps', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const all = await topUpsOfLine(context, lineId)
    const rules = readItems(all.filter(isRule).filter(holds), (item) => ruleOf(item, context))
    const recent = readItems(
      all.filter((item) => !isRule(item)),
      (item) => recentOf(item, context),
    )
    const [auto] = rules.toSorted((one, other) => Number(other.status === 'active') - Number(one.status === 'active'))
    return { recent: recent.toSorted(newestFirst).slice(0, mostRecent), ...(auto && { auto }) }
  },
}

/** Every top-up of one line, the rule among them. */
export function topUpsOfLine(context: AskContext<'rest'>, lineId: string): Promise<Reading[]> {
  return listAll(context, { api: 'prepayBalance', path: 'topupBalance', query: { 'product.id': lineId }, fields })
}

export function isRule(item: Reading): boolean {
  return item.at('isAutoTopup').boolean() ?? item.at('recurringPeriod').isThere()
}

/** Whether a rule has not ended. */
export function holds(rule: Reading): boolean {
  return topUpStatus(rule) !== 'failed'
}

function ruleOf(item: Reading, context: AskContext<'rest'>): Rule {
  const period = item.at('recurringPeriod').requiredWord(['weekly', 'fortnightly', 'monthly'])
  const since = item.at('confirmationDate').instant() ?? item.at('requestedDate').instant()
  const nextOn = since && nextAfter(since, period, context.now)
  return {
    id: item.at('id').requiredText('the id of a top-up'),
    amount: amountOf(item, context),
    period,
    ...(nextOn && { nextOn }),
    status: topUpStatus(item) === 'completed' ? 'active' : 'pending',
  }
}

function recentOf(item: Reading, context: AskContext<'rest'>): Recent {
  const requestedOn = item.at('requestedDate').instant()
  return {
    id: item.at('id').requiredText('the id of a top-up'),
    status: topUpStatus(item),
    amount: amountOf(item, context),
    ...(requestedOn && { requestedOn }),
  }
}

function amountOf(item: Reading, { currency }: AskContext<'rest'>) {
  const amount = item.at('amount').money(currency)
  if (!amount) throw item.at('amount').bad('an amount of money')
  return amount
}

function newestFirst(one: Recent, other: Recent): number {
  return (other.requestedOn ?? '').localeCompare(one.requestedOn ?? '')
}

/** The contract does not say when a rule tops up next: it is one period after another from when it began. A beginning that lies ahead says nothing. */
function nextAfter(since: string, period: Rule['period'], now: Date): string | undefined {
  const start = new Date(since)
  if (start.getTime() > now.getTime() + day) return undefined
  if (period !== 'monthly') {
    const length = (period === 'weekly' ? 7 : 14) * day
    const times = Math.max(1, Math.floor((now.getTime() - start.getTime()) / length) + 1)
    return new Date(start.getTime() + times * length).toISOString()
  }
  const months = (now.getUTCFullYear() - start.getUTCFullYear()) * 12 + now.getUTCMonth() - start.getUTCMonth()
  const inThisMonth = monthsLater(start, Math.max(1, months))
  return (inThisMonth > now ? inThisMonth : monthsLater(start, Math.max(1, months) + 1)).toISOString()
}

/** The same day some months later; the last of a month that has no such day. */
function monthsLater(start: Date, months: number): Date {
  const at = new Date(start)
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + months)
  const daysInMonth = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(start.getUTCDate(), daysInMonth))
  return at
}
