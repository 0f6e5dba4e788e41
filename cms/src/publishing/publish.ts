import { join } from 'node:path'
import { isMosaicError, MosaicError } from '@mosaic/schemas/errors'
import type { Payload } from 'payload'
import { readConfig } from '../config.ts'
import { foldersOf, publish, switchTo, type Change } from '../publisher/index.ts'
import { withLock } from '../publisher/lock.ts'
import { liveRelease } from './live.ts'
import { checkSelection, readBrand, type BrandView, type IssueView } from './release-state.ts'
import { leaveOut } from './selection.ts'
import { signingKey } from './signing-key.ts'

/** Who publishes, for the record. */
export type Publisher = { name: string; email: string }

export type PublishRequest = {
  brand: string
  /** Keys of the documents that wait. */
  leaveOut: readonly string[]
  note: string
  /** The state the person looked at; without one, whatever the drafts are now. */
  fingerprint?: string
  by: Publisher
  now?: Date
  /** Asked once the changes are known: may this person publish these? */
  mayPublish?: (changes: readonly Change[]) => boolean
}

export type PublishOutcome = { published: true; number: number; changes: number } | { published: false; issues: IssueView[] }

/**
 * Publishes a brand's drafts, except what is left out, as its next release. Checks that find an error publish nothing and are the answer.
 * Throws publish-busy, publish-outdated, publish-nothing, publish-forbidden, brand-not-found.
 */
export async function publishDrafts(payload: Payload, request: PublishRequest): Promise<PublishOutcome> {
  const { brand, by, note, now = new Date() } = request
  const config = readConfig()
  return alone(config.publishedDir, brand, async () => {
    const view = await viewOf(payload, brand)
    if (request.fingerprint !== undefined && request.fingerprint !== view.fingerprint) throw outdated()
    const keys = new Set(request.leaveOut)
    const included = view.changes.filter((change) => !keys.has(`${change.collection}/${change.id}`))
    if (included.length === 0) throw nothing()
    if (request.mayPublish && !request.mayPublish(included)) throw forbidden()

    const issues = checkSelection(view, keys, now)
    if (issues.some((issue) => issue.severity === 'error')) return { published: false, issues }

    await recordLive(payload, brand)
    const { number } = await publish({
      dir: config.publishedDir,
      body: leaveOut(view.drafts.body, view.live?.release, keys),
      media: view.drafts.media,
      createdBy: by.name,
      note,
      privateKey: await signingKey(config),
      now,
    })
    // From here on it is live. A record that cannot be written is made good by the next publication.
    const count = (kind: Change['kind']) => included.filter((change) => change.kind === kind).length
    await payload.create({
      collection: 'releases',
      data: {
        at: now.toISOString(),
        event: 'published',
        brand,
        number,
        by: by.name,
        email: by.email,
        note,
        added: count('added'),
        changed: count('changed'),
        removed: count('removed'),
      },
    })
    return { published: true, number, changes: included.length }
  })
}

/** Makes an earlier release the live one again. Throws publish-busy, release-not-found, release-not-whole. */
export async function rollBack(
  payload: Payload,
  { brand, number, by, now = new Date() }: { brand: string; number: number; by: Publisher; now?: Date },
): Promise<void> {
  const { publishedDir: dir } = readConfig()
  await alone(dir, brand, async () => {
    await recordLive(payload, brand)
    const before = await liveRelease(dir, brand)
    await switchTo({ dir, brand, number, by: by.name, now })
    await payload.create({
      collection: 'releases',
      data: {
        at: now.toISOString(),
        event: 'rolledBack',
        brand,
        number,
        by: by.name,
        email: by.email,
        ...(before && { rolledBackFrom: before.current.number }),
      },
    })
  })
}

/**
 * One publication of a brand at a time, from reading the drafts to the record: two at once could each take back what the other has published.
 * The lock lives beside the releases, so it holds between machines too, and expires when its holder dies.
 */
async function alone<T>(dir: string, brand: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(join(foldersOf(dir, brand).root, '.publication'), work, { waitMs: 0 })
  } catch (error) {
    if (isMosaicError(error) && error.code === 'publish-lock-timeout') throw busy()
    throw error
  }
}

/** What went live without a record (a crash between the switch and the record) is recorded before anything else happens. */
async function recordLive(payload: Payload, brand: string): Promise<void> {
  const live = await liveRelease(readConfig().publishedDir, brand)
  if (!live) return
  const { number, switchedAt, switchedBy } = live.current
  const { totalDocs } = await payload.count({
    collection: 'releases',
    where: { and: [{ brand: { equals: brand } }, { number: { equals: number } }, { at: { equals: switchedAt } }] },
  })
  if (totalDocs > 0) return
  const event = switchedAt === live.release.manifest.createdAt ? ('published' as const) : ('rolledBack' as const)
  await payload.create({
    collection: 'releases',
    data: { at: switchedAt, event, brand, number, by: switchedBy, note: live.release.manifest.note },
  })
}

async function viewOf(payload: Payload, brand: string): Promise<BrandView> {
  const view = await readBrand(payload, brand)
  if (view) return view
  throw new MosaicError('brand-not-found', 'There is no such brand', {
    expected: 'the id of a brand of the CMS',
    got: brand,
    fix: 'Choose a brand of the list.',
  })
}

const busy = () =>
  new MosaicError('publish-busy', 'Somebody else is publishing', {
    expected: 'no other publication under way',
    got: 'one',
    fix: 'Try again in a moment.',
  })
const outdated = () =>
  new MosaicError('publish-outdated', 'Something has changed since the page was opened', {
    expected: 'the drafts as they were looked at',
    got: 'newer ones',
    fix: 'Look at the changes again and publish.',
  })
const nothing = () =>
  new MosaicError('publish-nothing', 'There is nothing to publish', {
    expected: 'at least one change',
    got: 'none',
    fix: 'Change something, or include a change.',
  })
const forbidden = () =>
  new MosaicError('publish-forbidden', 'These changes are not this person’s to publish', {
    expected: 'changes this role may publish',
    got: 'others',
    fix: 'Leave them out, or ask a publisher.',
  })
