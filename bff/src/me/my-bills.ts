import type { Bill } from '@mosaic/schemas/bss'
import { billStateOf, createMoment, type MoneyView } from '@mosaic/widgets'
import { myAnswer, type MyAnswer, type MyDependencies, type MyRequest } from './my-answer.ts'

export type MyBill = Omit<Bill, 'amount' | 'remaining'> & { amount: MoneyView; remaining: MoneyView }

/** The customer's bills, newest first. Throws what `myAnswer` throws. */
export function myBills(dependencies: MyDependencies, request: Omit<MyRequest, 'line'>): Promise<MyAnswer<MyBill[]>> {
  return myAnswer(dependencies, { ...request, line: undefined }, 'bills', (bills, { format, now }) =>
    bills.map((bill) => ({
      ...bill,
      amount: format.money(bill.amount),
      remaining: format.money(bill.remaining),
      // The same bill has the same state here and in its tile.
      state: billStateOf(bill, createMoment(now)),
    })),
  )
}
