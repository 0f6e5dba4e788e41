import type { MoneyView } from '@mosaic/widgets'
import { myAnswer, type MyAnswer, type MyDependencies, type MyRequest } from './my-answer.ts'

/** The credit of a line; without an amount on a line that has none, such as one paid by bill. */
export type MyBalance = { amount: MoneyView | undefined; expiresOn: string | undefined }

/** The credit of one of the customer's lines. Throws what `myAnswer` throws. */
export function myBalance(dependencies: MyDependencies, request: MyRequest): Promise<MyAnswer<MyBalance>> {
  return myAnswer(dependencies, request, 'balance', ({ amount, expiresOn }, { format }) => ({
    amount: amount && format.money(amount),
    expiresOn,
  }))
}
