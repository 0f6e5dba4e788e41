/**
 * What came of asking one BSS method for one home: an answer with its age, or a reason why there is none.
 * `isStale`: the age is past T1 and the BSS could not give a newer one. `isChecked`: the value has been held against the method's contract.
 */
export type Outcome<T = unknown> =
  | { status: 'ok'; value: T; isChecked?: boolean; isStale: boolean; source: string; fetchedAt: Date; staleAfter: Date; expiresAt: Date }
  | { status: 'failed'; code: 'BSS_TIMEOUT' | 'BSS_UNAVAILABLE' | 'BSS_BAD_ANSWER' | 'DEADLINE'; retryAfterSeconds?: number }
