import type { Shelf } from '../store/contract.ts'
import { hashOf, newClaim } from '../hand-over/tokens.ts'
import type { Grant } from './contract.ts'

/** A grant as it is kept: with the claim it was given for. */
export type KeptGrant = Grant & { claimHash: string }

/** What proofs leave behind, as records of the store: rights, and what is under way. Secrets are kept hashed. */
export type Grants = {
  /** @returns the secret that stands for it */
  give(grant: KeptGrant): Promise<string>
  /** `undefined` for one that is over or never was. */
  find(secret: string): Promise<KeptGrant | undefined>
  /** Something that is begun with a claim and can be ended once; @returns the secret that ends it. */
  begin(kind: UnderWay, claimHash: string, value: string, until: Date): Promise<string>
  /** The value, for the claim it was begun with, once. */
  end(kind: UnderWay, claimHash: string, secret: string): Promise<string | undefined>
  /** What was begun last with a claim, while it is good; it is not ended by that. */
  latest(kind: UnderWay, claimHash: string): Promise<{ id: string; value: string } | undefined>
  /** True for the one caller who ended it. */
  forget(id: string): Promise<boolean>
}
type UnderWay = 'silent' | 'otp'
type Begun = { claimHash: string; value: string; until: string }

/** Another one may have been begun at the same moment. */
const mostLatest = 1

/** @param now epoch milliseconds */
export function createGrants(shelf: Shelf, now: () => number): Grants {
  return {
    async give(grant) {
      const { secret, hash } = newClaim()
      const keys = [`claim:${grant.claimHash}`]
      await shelf.add('grant', {
        id: `grant:${hash}`,
        at: new Date(now()),
        keys,
        body: { ...grant, expiresAt: grant.expiresAt.toISOString() },
      })
      return secret
    },
    async find(secret) {
      const found = await shelf.get('grant', `grant:${hashOf(secret)}`)
      if (!found) return undefined
      const grant = found.body as Omit<KeptGrant, 'expiresAt'> & { expiresAt: string }
      const expiresAt = new Date(grant.expiresAt)
      return expiresAt.getTime() > now() ? { ...grant, expiresAt } : undefined
    },
    async begin(kind, claimHash, value, until) {
      const { secret, hash } = newClaim()
      const body: Begun = { claimHash, value, until: until.toISOString() }
      await shelf.add('grant', { id: `${kind}:${hash}`, at: new Date(now()), keys: [`${kind}:${claimHash}`], body })
      return secret
    },
    async end(kind, claimHash, secret) {
      const id = `${kind}:${hashOf(secret)}`
      const found = await shelf.get('grant', id)
      const begun = found && (found.body as Begun)
      // Of another claim: it is his who began it, and stays so.
      if (!begun || begun.claimHash !== claimHash || !(await shelf.remove('grant', id))) return undefined
      return Date.parse(begun.until) > now() ? begun.value : undefined
    },
    async latest(kind, claimHash) {
      const [found] = await shelf.find('grant', { key: `${kind}:${claimHash}`, limit: mostLatest, newestFirst: true })
      const begun = found && (found.body as Begun)
      return begun && Date.parse(begun.until) > now() ? { id: found.id, value: begun.value } : undefined
    },
    forget: (id) => shelf.remove('grant', id),
  }
}
