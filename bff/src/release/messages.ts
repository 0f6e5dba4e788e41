import type { Current, Manifest, ReleaseBody } from '@mosaic/schemas/release'
import type { Refusal } from './refusal.ts'

/* What the BFF and its release reader say to each other. */

/** Read this release. `verifiedMedia` are the images whose hash has been seen to be right. */
export type Ask = { kind: 'ask'; publishedDir: string; publicKeyPem: string; current: Current; verifiedMedia: readonly string[] }
/** The piece before has been taken in. */
export type Next = { kind: 'next' }
export type ToReader = Ask | Next

/** A part of the release, or some items of a part that is a list. */
export type Piece = { [Part in keyof ReleaseBody]: { part: Part; value: ReleaseBody[Part] } }[keyof ReleaseBody]

export type FromReader =
  /** Also a sign of life: hashing the images of a brand may take long. */
  | { kind: 'verified'; media: string }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'done'; manifest: Manifest }
  | { kind: 'refused'; refusal: Refusal }
