import { MosaicError, show } from '@mosaic/schemas/errors'
import type { PublishIssue } from './issues.ts'

/** A body that may not go live; `issues` says why, in words. */
export class PublishBlockedError extends MosaicError {
  readonly issues: readonly PublishIssue[]

  constructor(issues: readonly PublishIssue[]) {
    const errors = issues.filter((issue) => issue.severity === 'error')
    super('publish-blocked', 'This release cannot be published', {
      expected: 'a body without errors',
      got: `${errors.length} error(s): ${errors.slice(0, 5).map((issue) => `${issue.file}${issue.path}: ${issue.message.en}`).join(' · ')}`, // prettier-ignore
      fix: 'Correct what the errors name and publish again.',
    })
    this.issues = issues
  }
}

export const lockTimeout = (folder: string, waitMs: number, holder: unknown) =>
  new MosaicError('publish-lock-timeout', 'Another publisher is at work', {
    expected: `the lock ${folder} free within ${waitMs} ms`,
    got: `held by ${show(holder)}`,
    fix: 'Try again in a moment; if it stays so, look whether that process hangs and end it.',
  })

export const lockLost = (folder: string, ticket: number, top: number) =>
  new MosaicError('publish-lock-lost', 'Another publisher took over, because this one stood still for too long', {
    expected: `ticket ${ticket} to be the highest in ${folder}`,
    got: `ticket ${top}`,
    fix: 'Nothing of this attempt went live. Publish again.',
  })

export const mediaMissing = (id: string, file: string) =>
  new MosaicError('publish-media-missing', `The image "${id}" has no file`, {
    expected: `a source for ${file}, or the file among those published before`,
    got: 'neither',
    fix: 'Upload the image again.',
  })

export const mediaChanged = (id: string, file: string, sha256: string) =>
  new MosaicError('publish-media-changed', `The file of the image "${id}" is not the one that was checked`, {
    expected: file,
    got: `sha256 ${sha256}`,
    fix: 'Upload the image again.',
  })

export const noSuchRelease = (brand: string, number: number, known: readonly number[]) =>
  new MosaicError('release-not-found', `The brand "${brand}" has no release ${number}`, {
    expected: known.length > 0 ? `one of ${known.slice(-20).join(', ')}` : 'a release that was published before',
    got: String(number),
    fix: 'Choose a release of the list.',
  })

export const notWhole = (brand: string, number: number, what: { file: string; expected: string; got: string }, cause?: unknown) =>
  new MosaicError(
    'release-not-whole',
    `Release ${number} of "${brand}" is not as it was published (${what.file})`,
    { expected: what.expected, got: what.got, fix: 'Publish the content again as a new release; this one cannot be used.' },
    { cause },
  )
