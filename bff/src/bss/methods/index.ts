import type { MethodName } from '@mosaic/schemas/bss'
import type { Sources } from '../contract.ts'
import { account } from './account/rest.ts'
import { balance } from './balance/rest.ts'
import { bills } from './bills/rest.ts'
import { customer } from './customer/rest.ts'
import { lines } from './lines/rest.ts'
import { offers } from './offers/rest.ts'
import { party } from './party/rest.ts'
import { topUp } from './top-up/rest.ts'
import { usage } from './usage/rest.ts'

/** How each BSS method can be asked, by connector. A method of the contract without an entry here does not compile. */
export const methodSources: { readonly [Name in MethodName]: Sources<Name> } = {
  customer: { rest: customer },
  party: { rest: party },
  lines: { rest: lines },
  account: { rest: account },
  bills: { rest: bills },
  balance: { rest: balance },
  usage: { rest: usage },
  offers: { rest: offers },
  topUp: { rest: topUp },
}
