import { startOfDay } from '../population/dates.ts'
import type { SimAccount } from '../population/types.ts'
import type { TaskDelay } from '../http/types.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'

/** The payment of a bill as it stands now. */
export type Payment = {
  id: string
  customerId: string
  billId: string
  amountCents: number
  paymentMethodId: string
  correlatorId?: string
  requestedAt: Date
  status: 'pending' | 'done' | 'failed'
  /** When it was done or has failed. */
  settledAt?: Date
}

type PaymentRequest = Pick<Payment, 'customerId' | 'billId' | 'amountCents' | 'paymentMethodId' | 'correlatorId'>

/** What customers paid since the start or the last reset. In memory; bounded by the bills there are. */
export type Payments = {
  pay(request: PaymentRequest, delay?: TaskDelay): Payment
  find(id: string): Payment | undefined
  /** Those of one customer, newest first. */
  of(customerId: string): Payment[]
  /** Cents of a bill that are being paid and not settled yet. */
  underWay(billId: string): number
  /** An account with what has been paid: bills, what is due and what is overdue. */
  settled(account: SimAccount): SimAccount
  idempotency: Idempotency
  reset(): void
}

const keysKept = 10_000

export function createPayments(now: () => Date): Payments {
  const payments = new Map<string, Payment>()
  /** Those not settled yet: when each will be, and how. */
  const pending = new Map<string, { at: number; outcome: 'completed' | 'failed' }>()
  const idempotency = createIdempotency(keysKept)
  let count = 0

  // As with top-ups nothing runs in the background: a payment is settled when somebody looks after its time.
  const settleDue = () => {
    const at = now().getTime()
    for (const [id, due] of pending) {
      const payment = payments.get(id)
      if (due.at > at || !payment) continue
      pending.delete(id)
      payments.set(id, { ...payment, status: due.outcome === 'completed' ? 'done' : 'failed', settledAt: new Date(due.at) })
    }
  }
  const all = () => {
    settleDue()
    return [...payments.values()]
  }
  const doneFor = (billId: string) => all().filter((payment) => payment.billId === billId && payment.status === 'done')

  return {
    pay(request, delay) {
      const id = `PAY-${String(++count).padStart(6, '0')}`
      const at = now()
      const payment: Payment = { ...request, id, requestedAt: at, status: 'pending' }
      payments.set(id, payment)
      pending.set(id, { at: at.getTime() + (delay?.afterMs ?? 0), outcome: delay?.outcome ?? 'completed' })
      settleDue()
      return payments.get(id) ?? payment
    },
    find(id) {
      settleDue()
      return payments.get(id)
    },
    of: (customerId) =>
      all()
        .filter((payment) => payment.customerId === customerId)
        .reverse(),
    underWay: (billId) => sum(all().filter((payment) => payment.billId === billId && payment.status === 'pending')),
    settled(account) {
      if (payments.size === 0) return account
      const today = startOfDay(now())
      const bills = account.bills.map((bill) => {
        const done = doneFor(bill.id)
        const remainingCents = bill.remainingCents - sum(done)
        const paidOn = remainingCents === 0 ? done.at(-1)?.settledAt : undefined
        return { ...bill, remainingCents, ...(paidOn && { paidOn }) }
      })
      const open = (isOpen: (dueOn: Date) => boolean) =>
        bills.reduce((total, bill) => total + (isOpen(bill.dueOn) ? bill.remainingCents : 0), 0)
      return { ...account, bills, dueCents: open(() => true), overdueCents: open((dueOn) => dueOn < today) }
    },
    idempotency,
    reset() {
      payments.clear()
      pending.clear()
      idempotency.clear()
    },
  }
}

function sum(payments: readonly Payment[]): number {
  return payments.reduce((total, { amountCents }) => total + amountCents, 0)
}
