import { plusDays } from './dates.ts'
import { createRandom } from './random.ts'
import type { SimCustomer } from './types.ts'

/** What a customer can pay with. The name is all that is known of a card: its network and last four digits. */
export type SimPaymentMethod = {
  id: string
  type: 'tokenizedCard' | 'digitalWallet' | 'bankAccountDebit'
  name: string
  isPreferred: boolean
  status: 'active' | 'expired'
  startsOn: Date
  expiresOn?: Date
}

/** The preferred one first. Whoever is billed and has no direct debit has something to pay with. */
export function paymentMethodsOf(customer: SimCustomer, seed: number, today: Date): SimPaymentMethod[] {
  const { id, account, since } = customer
  const random = createRandom(seed, `cards-${id}`)
  const name = `${random.pick(['Visa', 'Mastercard'])} •• ${random.integer(1_000, 9_999)}`
  const hasCard = random.chance(0.7) || (account !== undefined && !account.autopay)
  const validDays = random.integer(200, 1_400)
  const hasExpired = random.chance(0.15) || id === expiredFor
  const number = id.slice(2)
  const debit: SimPaymentMethod[] = account?.autopay
    ? [
        {
          id: `PM-${account.id}`,
          type: 'bankAccountDebit',
          name: 'Addebito diretto SEPA',
          isPreferred: true,
          status: 'active',
          startsOn: account.openedOn,
        },
      ]
    : []
  if (!hasCard) return debit
  const card: SimPaymentMethod = {
    id: `PM-${number}-1`,
    type: 'tokenizedCard',
    name,
    isPreferred: debit.length === 0,
    status: hasExpired ? 'expired' : 'active',
    startsOn: since,
    expiresOn: plusDays(today, hasExpired ? -20 : validDays),
  }
  // An expired card is seldom all there is: a wallet can stand in for it.
  const wallet: SimPaymentMethod[] = hasExpired
    ? [
        {
          id: `PM-${number}-2`,
          type: 'digitalWallet',
          name: 'Borsellino Aurora Pay',
          isPreferred: false,
          status: 'active',
          startsOn: since,
        },
      ]
    : []
  return [...debit, card, ...wallet]
}

/** Francesca Romano: her new bill meets an expired card. */
const expiredFor = 'C-0008'
