import { encode, worthEncodingFrom, type Encoding } from '../../http/encode.ts'
import { tagOf } from '../../http/tag.ts'
import { mostBytesOf, put } from '../../kept-bytes.ts'
import type { Text } from './answer-plan.ts'

/** An answer as it goes out. */
export type PackedAnswer = {
  bytes: Buffer
  encoding: Encoding | undefined
  /** Names the answer, however it is encoded; only where it was asked for. */
  etag: string | undefined
}

/** Large enough for a home: it is done with when `pack` has returned, so one is enough, and no home leaves its whole text behind as garbage. */
const workbench = Buffer.allocUnsafeSlow(256 * 1_024)

/**
 * Makes one piece of an answer's texts, encoded if that pays. What is not encoded is lent: it stands until the next call.
 * @param wanted how the client would have it encoded
 */
export function pack(texts: readonly Text[], wanted: Encoding | undefined, isTagged: boolean): PackedAnswer {
  const whole = joined(texts)
  const encoding = whole.length < worthEncodingFrom ? undefined : wanted
  return { bytes: encoding ? encode(whole, encoding) : whole, encoding, etag: isTagged ? tagOf(whole) : undefined }
}

function joined(texts: readonly Text[]): Buffer {
  let end = 0
  for (const text of texts) {
    if (end + mostBytesOf(text) > workbench.length)
      return Buffer.concat(texts.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)))
    end += put(text, workbench, end)
  }
  return workbench.subarray(0, end)
}
