import { readPlace, type Proof } from './steps.ts'

/** A proof and the claim it was made with, by which another one can be made. */
export type KeptProof = Proof & { claim: string }

const key = 'mosaic.proof'

/** The tab's proof, in a `Storage` that dies with it. Unreadable entries and those that are over count as absent. */
export function createProofs(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  return {
    load(now: number): KeptProof | undefined {
      try {
        const { grant, level, place: named, expiresAt, claim } = JSON.parse(storage.getItem(key) ?? 'null') as Partial<KeptProof>
        const place = named && readPlace(named)
        if (typeof grant !== 'string' || !place || typeof claim !== 'string') return undefined
        if (typeof expiresAt !== 'number' || expiresAt <= now) return undefined
        return { grant, level: level === 'otp' ? level : 'silent', place, expiresAt, claim }
      } catch {
        return undefined
      }
    },
    keep(proof: KeptProof) {
      try {
        storage.setItem(key, JSON.stringify(proof))
      } catch {
        // Private browsing may forbid storage: then it lasts as long as the page.
      }
    },
    forget: () => storage.removeItem(key),
  }
}
