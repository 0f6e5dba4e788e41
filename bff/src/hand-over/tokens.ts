import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import { codeCharacters } from '@mosaic/schemas/sms'

/** 128 bits: nobody guesses one. As base64url, which every SMS can carry. */
const tokenBytes = 16
const claimBytes = 32
/** No vowels, so that no word comes of it, and nothing that is mistaken for another when it is read out. */
const codeSigns = '23456789BCDFGHJKMNPQRSTVWXZ'

/** A secret and what is kept of it. */
export type Secret = { secret: string; hash: string }

/** What a link carries. */
export const newToken = (): Secret => secretOf(tokenBytes)
/** What the device holds that opened the link. */
export const newClaim = (): Secret => secretOf(claimBytes)
/** What makes the claims of two openings different, and tells nothing. */
export const newSalt = (): string => randomBytes(claimBytes).toString('base64url')
/** The claim of whoever knows link and opener: told again without being kept. */
export function claimFor(token: string, opener: string, salt: string): Secret {
  const secret = createHmac('sha256', opener)
    .update(JSON.stringify([token, salt]))
    .digest('base64url')
  return { secret, hash: hashOf(secret) }
}

/** SHA-256 in hex. Secrets of 128 random bits need no salt: there is no list of them to try. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** What agent and customer read to each other. It is no secret and opens nothing. */
export function newCode(): string {
  return Array.from({ length: codeCharacters }, () => codeSigns.charAt(randomInt(codeSigns.length))).join('')
}

/** @param parts without any, one that nobody has had; else always the same for the same parts */
export function newId(...parts: readonly string[]): string {
  return parts.length === 0 ? randomBytes(16).toString('hex') : hashOf(JSON.stringify(parts)).slice(0, 32)
}

function secretOf(bytes: number): Secret {
  const secret = randomBytes(bytes).toString('base64url')
  return { secret, hash: hashOf(secret) }
}
