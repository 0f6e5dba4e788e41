import type { Lease, Shared } from './contract.ts'

/** For an instance that is alone: there is nobody to share with, and every turn is its own. */
export function createAlone(): Shared {
  const lease: Lease = { succeed: () => Promise.resolve(true), fail: () => Promise.resolve(true) }
  return {
    read: () => Promise.resolve(undefined),
    turn: () => Promise.resolve({ whose: 'ours', lease }),
    change: () => Promise.resolve(),
    listen: () => {},
    close: () => Promise.resolve(),
  }
}
