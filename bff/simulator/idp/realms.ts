import type { Locale } from '@mosaic/schemas/text'
import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { signInPage } from './pages.ts'
import { findStaff } from './staff-people.ts'
import { staffSignInPage } from './staff-page.ts'

/** Somebody who can sign in, and what his tokens say of him beside that. */
export type SignInPerson = { id: string; name: string; locale: Locale; claims: Readonly<Record<string, unknown>> }

/** What an access token is for. */
export type Client = { clientId: string; audience: string }

/** A sign-in that is going on, as its page needs it. */
export type SignInAsked = {
  locale: Locale
  /** Names the sign-in; worthless without the browser's cookie. */
  transaction: string
  query: string
}

/** One provider of identities: the operator's customers have theirs, his own people another, and neither takes the other's tokens. */
export type Realm = Client & {
  path: '/idp' | '/staff'
  /** What its files in the data folder end with. */
  suffix: string
  find(id: string): SignInPerson | undefined
  /** The page to choose somebody on. */
  signInPage(asked: SignInAsked): string
}

export const customersClient: Client = { clientId: 'mosaic-web', audience: 'mosaic' }
const brand = 'aurora'

/** The customers': everybody there is. */
export function customersRealm(world: World): Realm {
  return {
    ...customersClient,
    path: '/idp',
    suffix: '',
    find(id) {
      const customer = world.population().customerById.get(id)
      return customer && personOf(customer)
    },
    signInPage: (asked) => signInPage({ ...asked, customers: world.population().customers }),
  }
}

/** The staff's: the few who sit at the care desk. */
export function staffRealm(): Realm {
  return {
    clientId: 'mosaic-care',
    audience: 'mosaic-care',
    path: '/staff',
    suffix: '-staff',
    find: findStaff,
    signInPage: staffSignInPage,
  }
}

/** A customer, as his tokens tell of him. */
export function personOf(customer: SimCustomer): SignInPerson {
  return {
    id: customer.id,
    name: customer.displayName,
    locale: customer.language,
    claims: {
      brand,
      party_id: customer.partyId,
      party_type: customer.partyType,
      lines: customer.lines.map((line) => line.id),
    },
  }
}
