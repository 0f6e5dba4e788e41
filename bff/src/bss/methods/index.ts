import type { MethodName } from '@mosaic/schemas/bss'
import type { Method } from '../contract.ts'
import { account } from './account.ts'
import { balance } from './balance.ts'
import { bills } from './bills.ts'
import { customer } from './customer.ts'
import { lines } from './lines.ts'
import { offers } from './offers.ts'
import { party } from './party.ts'
import { topUp } from './top-up.ts'
import { usage } from './usage.ts'

/** How each BSS method is asked. A method of the contract without an entry here does not compile. */
export const methodTable: { [Name in MethodName]: Method<Name> } = { customer, party, lines, account, bills, balance, usage, offers, topUp }
