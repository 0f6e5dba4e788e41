import { MosaicError, isMosaicError } from '@mosaic/schemas/errors'
import type { ReleaseIssue } from '@mosaic/schemas/release'

/** Why a release did not go live, for people who run the service. */
export type Refusal = {
  code: string
  message: string
  /** The first few things wrong with its files. */
  issues: ReleaseIssue[]
  /** The files could not be read, as opposed to being wrong: looked at again at every poll, because on a shared disk they may yet arrive. */
  isTransient: boolean
}

const shownIssues = 10

/** A release whose bytes are not what they should be. */
export function refuse(code: string, what: string, expected: string, got: string): MosaicError {
  return new MosaicError(code, `The release is refused: ${what}`, { expected, got, fix: 'Publish again from the CMS' })
}

/** A release whose files are well-formed and signed, but cannot be served. */
export function refuseIssues(issues: readonly ReleaseIssue[]): ReleaseIssuesError {
  return new ReleaseIssuesError(issues)
}

class ReleaseIssuesError extends MosaicError {
  readonly issues: readonly ReleaseIssue[]

  constructor(issues: readonly ReleaseIssue[]) {
    const [first] = issues
    const where = first ? `${first.file} ${first.path}` : 'its content'
    super('BAD_CONTENT', `The release is refused: ${where}`, {
      expected: first?.expected ?? 'content without issues',
      got: first?.got ?? 'none',
      fix: issues.length > 1 ? `${first?.fix ?? ''} (and ${issues.length - 1} more)` : (first?.fix ?? ''),
    })
    this.issues = issues
  }
}

/** What the reader process refused, as an error here. */
export class RefusedByReader extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** The reader did not come to a verdict: nothing is known to be wrong with the release. */
export function unread(code: 'READER_ENDED' | 'READER_SILENT', got: string): ReleaseUnreadError {
  return new ReleaseUnreadError(code, got)
}

class ReleaseUnreadError extends MosaicError {
  constructor(code: string, got: string) {
    super(code, 'The release has not been read', {
      expected: 'a word of the process that reads releases',
      got,
      fix: 'It is tried again by itself; if it goes on, look at its last words in the log, at the memory and at the disk',
    })
  }
}

/** Any error of reading, verifying, parsing or compiling a release, as a refusal. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof RefusedByReader) return error.refusal
  if (isMosaicError(error)) {
    const issues = 'issues' in error && Array.isArray(error.issues) ? (error.issues as ReleaseIssue[]) : []
    return {
      code: error.code,
      message: error.message,
      issues: issues.slice(0, shownIssues),
      isTransient: error instanceof ReleaseUnreadError,
    }
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) {
    return { code: 'UNREADABLE', message: `A file of the release cannot be read: ${error.message}`, issues: [], isTransient: true }
  }
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error), issues: [], isTransient: false }
}
