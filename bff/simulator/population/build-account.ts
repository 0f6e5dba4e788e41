import { minusMonths, plusDays } from './dates.ts'
import type { Random } from './random.ts'
import type { CustomerSpec } from './specs.ts'
import type { SimAccount, SimBill, SimLine } from './types.ts'

const daysToPay = 20
const billsKept = 6

/** The billing account, or nothing when no line is paid by bill. What is due and overdue is the sum of the bills, never a figure of its own. */
export function buildAccount(
  spec: CustomerSpec,
  lines: readonly SimLine[],
  number: string,
  today: Date,
  random: Random,
): SimAccount | undefined {
  const billed = lines.filter((line) => line.payment !== 'prepaid')
  const openedOn = billed.reduce<Date | undefined>(
    (first, line) => (first && first < line.activatedOn ? first : line.activatedOn),
    undefined,
  )
  if (!openedOn) return undefined

  const autopay = spec.autopay ?? (!spec.isInDebt && random.chance(0.5))
  const newest = plusDays(today, -(spec.lastBillDays ?? random.integer(8, 27)))
  const bills: SimBill[] = []
  let isDebtPlaced = !spec.isInDebt
  for (let age = 0; age < billsKept; age++) {
    const issuedOn = minusMonths(newest, age)
    if (issuedOn < openedOn) break
    const amountCents = billed.reduce((sum, line) => sum + chargesOf(line), 0) + random.integer(300, 900)
    const dueOn = plusDays(issuedOn, daysToPay, 22)
    const isUnpaidDebt = dueOn < today && !isDebtPlaced
    if (isUnpaidDebt) isDebtPlaced = true
    // What falls due today is paid already: nobody may slip into debt at ten in the evening.
    const isPaid = dueOn < plusDays(today, 1) && !isUnpaidDebt
    const paidShare = isUnpaidDebt && random.chance(0.3) ? 0.4 : 0
    bills.push({
      id: `BILL-${number}-${issuedOn.toISOString().slice(0, 7)}`,
      number: `${issuedOn.getUTCFullYear()}/${number}${String(issuedOn.getUTCMonth() + 1).padStart(2, '0')}`,
      amountCents,
      remainingCents: isPaid ? 0 : amountCents - Math.round(amountCents * paidShare),
      issuedOn,
      dueOn,
      ...(isPaid ? { paidOn: autopay ? dueOn : plusDays(issuedOn, random.integer(1, daysToPay - 1), 14) } : {}),
      periodStart: minusMonths(issuedOn, 1),
    })
  }
  const open = bills.filter((bill) => bill.remainingCents > 0)
  return {
    id: `A-${number}`,
    autopay,
    bills,
    dueCents: total(open),
    overdueCents: total(open.filter((bill) => bill.dueOn < today)),
    openedOn,
  }
}

function chargesOf(line: SimLine): number {
  return line.monthlyCents + line.options.reduce((sum, option) => sum + option.monthlyCents, 0)
}

function total(bills: readonly SimBill[]): number {
  return bills.reduce((sum, bill) => sum + bill.remainingCents, 0)
}
