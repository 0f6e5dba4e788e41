import { MosaicError, show } from '../errors.ts'
import type { ReleaseIssue } from './types.ts'

/** More than this nobody reads at once; the rest shows up after mending these. */
export const mostIssues = 50

/** Published files that cannot be used, with everything that is wrong with them (up to 50 issues). */
export class ReleaseFormatError extends MosaicError {
  readonly issues: readonly ReleaseIssue[]

  constructor(what: string, issues: readonly ReleaseIssue[]) {
    const [first] = issues
    super('release-format', `${what} cannot be used`, {
      expected: first ? `${first.file} ${first.path}: ${first.expected}` : 'files of the published format',
      got: `${first?.got ?? 'others'}${issues.length > 1 ? ` (and ${issues.length - 1} more issues)` : ''}`,
      fix: first?.fix ?? 'Publish again.',
    })
    this.issues = issues
  }
}

/** What stands in a file, in a few words. */
export function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value !== 'object' || value === null) return show(value)
  const names = Object.keys(value)
  if (names.length === 0) return 'an empty object'
  return show(names).replace(/^\[/, 'an object with ').replace(/\]$/, '')
}

/** The value a JSON pointer leads to; `undefined` where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
      return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined
    }, root)
}

/** A name as one step of a JSON pointer. */
export function step(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
