import { MosaicError, show } from '@mosaic/schemas/errors'
import { mostFound, type StoredRecord, type Wanted } from './contract.ts'

/** Signs an id or a key has at most: both stores index them whole. */
const longestName = 512
const mostKeys = 20
/** Signs of a body as JSON: events and heads take some hundred. */
const longestBody = 64 * 1024

/** @throws {MosaicError} RECORD_INVALID for what one of the stores could not keep or find again */
export function checkRecord({ id, at, keys, body }: StoredRecord): void {
  for (const name of [id, ...keys]) if (!isName(name)) refuse('an id or a key', `1 to ${longestName} signs without U+0000`, name.length)
  if (keys.length > mostKeys) refuse('the keys', `at most ${mostKeys}`, keys.length)
  if (Number.isNaN(at.getTime())) refuse('the moment', 'a valid date', 'none')
  const length = JSON.stringify(body)?.length
  if (length === undefined || length > longestBody) refuse('the body', `JSON of at most ${longestBody} signs`, length)
}

/** @throws {MosaicError} RECORD_INVALID when everything there is could be meant */
export function checkWanted({ limit }: Pick<Wanted, 'limit'>): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostFound) refuse('the limit', `a whole number from 1 to ${mostFound}`, limit)
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= longestName && !name.includes('\u0000') && name.isWellFormed()
}

function refuse(what: string, expected: string, got: unknown): never {
  throw new MosaicError('RECORD_INVALID', `No store keeps this: ${what}`, { expected, got: show(got), fix: 'Mend the code that made it' })
}
