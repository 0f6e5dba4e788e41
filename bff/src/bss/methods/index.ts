import type { MethodName } from '@mosaic/schemas/bss'
import type { Sources } from '../contract.ts'
import { account } from './account/rest.ts'
import { account as accountBySoap } from './account/soap.ts'
import { balance } from './balance/rest.ts'
import { bills } from './bills/rest.ts'
import { bills as billsBySoap } from './bills/soap.ts'
import { customer } from './customer/rest.ts'
import { customer as customerBySql } from './customer/sql.ts'
import { lines } from './lines/rest.ts'
import { lines as linesBySql } from './lines/sql.ts'
import { offers as offersByFile } from './offers/file.ts'
import { offers } from './offers/rest.ts'
import { offers as offersBySftp } from './offers/sftp.ts'
import { party } from './party/rest.ts'
import { topUp } from './top-up/rest.ts'
import { usage as usageByMongodb } from './usage/mongodb.ts'
import { usage } from './usage/rest.ts'

/** How each BSS method can be asked, by connector. A method of the contract without an entry here does not compile. */
export const methodSources: { readonly [Name in MethodName]: Sources<Name> } = {
  customer: { rest: customer, sql: customerBySql },
  party: { rest: party },
  lines: { rest: lines, sql: linesBySql },
  account: { rest: account, soap: accountBySoap },
  bills: { rest: bills, soap: billsBySoap },
  balance: { rest: balance },
  usage: { rest: usage, mongodb: usageByMongodb },
  offers: { rest: offers, file: offersByFile, sftp: offersBySftp },
  topUp: { rest: topUp },
}
