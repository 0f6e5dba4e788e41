import type { Change } from '../../bss/shared/contract.ts'
import type { Encoding } from '../../http/encode.ts'
import type { Question } from '../../graphql/plan/fast-path.ts'
import type { PackedAnswer } from '../../graphql/plan/pack.ts'

/* What the processes behind one port say to each other, each over the socket of its place in a folder that is theirs alone. */

/** Where the processes of one supervisor find each other. */
export type Meeting = {
  /** Only their own user may look into it. */
  folder: string
  /** Which of them this one is, from 0, and how many there are. */
  place: number
  places: number
}

/** A question for a home, with what the answer depends on. */
export type Asked = Pick<Question, 'method' | 'text'> & { headers: Record<string, string | undefined>; wanted: Encoding | undefined }

/** What comes back, before the bytes. `isNone`: who asked is to answer himself. No bytes come where the etag is that of the question's `if-none-match`. */
export type Answered = { isNone: true } | Pick<PackedAnswer, 'encoding' | 'etag'>

/** News from who asks: this has changed. Whatever he asks afterwards is answered by who knows of it. */
export type Told = { changes: readonly Change[] }

/** News from who answers: from now on questions are taken, or no more. */
export type News = { isTaking: boolean }

/** The number of news. */
export const newsId = 0
