import { fetched, type Peer } from './contract.ts'

/** No cache: every question is a call. */
export const uncached: Peer = {
  name: 'no cache',
  open: ({ origin }) => Promise.resolve({ get: (question) => fetched(origin, question), close: () => Promise.resolve() }),
}
