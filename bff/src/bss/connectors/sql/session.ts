import type { SqlStatement } from './statement.ts'

/** A value as it comes out of any database: dates and moments are ISO texts in UTC, what may be inexact as a number is a text. */
export type SqlCell = string | number | boolean | null
export type SqlRow = Readonly<Record<string, SqlCell>>

/** More than any view of one customer has; a statement that finds more is not answering the question. */
export const maxRows = 10_000
export const maxBytes = 4 * 1024 * 1024
/** How long a statement may run whose asker was killed and could not end it, in seconds. */
export const forgottenAfterSeconds = 60

/** One kind of database. */
export type Database = {
  /** Begins to connect; a session that cannot says so when it is asked. */
  open(): Session
}

/** One connection to a database that may only read, used by one attempt at a time. */
export type Session = {
  /**
   * @param sent called when the statement is on its way: until then it certainly did not arrive.
   * Throws BssFailures, and whatever the driver throws when it is ended.
   */
  query(statement: SqlStatement, sent: () => void): Promise<SqlRow[]>
  /** Whether another statement may be sent over it. */
  isUsable(): boolean
  /** Ends it at once, whatever it does, and what runs in the database on its behalf. */
  end(): void
}
