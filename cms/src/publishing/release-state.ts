import { printBody, sha256, type ReleaseBody } from '@mosaic/schemas/release'
import type { Payload } from 'payload'
import { readConfig } from '../config.ts'
import { checkForPublish, diffBodies, listReleases, type Change, type PublishIssue } from '../publisher/index.ts'
import { brandIds, originKey, readBrandDrafts, type BrandDrafts } from '../reader.ts'
import { issueLink, documentLink } from './links.ts'
import { liveRelease, type Live } from './live.ts'
import { leaveOut } from './selection.ts'

/** One document that differs from what is live. */
export type ChangeView = Pick<Change, 'collection' | 'id' | 'name' | 'kind' | 'sentence'> & { key: string; href?: string }

export type IssueView = Pick<PublishIssue, 'severity' | 'code' | 'message'> & { collection: string; name: string; href?: string }

export type ReleaseView = {
  number: number
  at: string
  by: string
  note: string
  isLive: boolean
  added?: number
  changed?: number
  removed?: number
}

/** All that the dashboard and the Publish page show of a brand. */
export type ReleaseState = {
  brand: { id: string; name: string }
  live?: { number: number; at: string; by: string; note: string; isRolledBack: boolean }
  nextNumber: number
  changes: ChangeView[]
  /** Names exactly what was looked at: publishing is refused when the drafts or the live release are no longer these. */
  fingerprint: string
  releases: ReleaseView[]
}

/** What was read of a brand, to be shown or published. */
export type BrandView = { drafts: BrandDrafts; live: Live | undefined; changes: Change[]; fingerprint: string }

/** The brands one may publish, by their published ids. */
export const publishableBrands = brandIds

/** Reads a brand's drafts and its live release, and compares them; `undefined` when there is no such brand. */
export async function readBrand(payload: Payload, brand: string): Promise<BrandView | undefined> {
  const drafts = await readBrandDrafts(payload, brand)
  if (!drafts) return undefined
  const live = await liveRelease(readConfig().publishedDir, brand)
  return { drafts, live, changes: changesSince(live, drafts.body), fingerprint: fingerprintOf(drafts.body, live) }
}

/** The state of a brand; `undefined` when there is no such brand. */
export async function releaseState(payload: Payload, brand: string): Promise<ReleaseState | undefined> {
  const view = await readBrand(payload, brand)
  if (!view) return undefined
  const { drafts, live, changes, fingerprint } = view
  const [summaries, { docs: records }] = await Promise.all([
    listReleases({ dir: readConfig().publishedDir, brand }),
    payload.find({
      collection: 'releases',
      where: { and: [{ brand: { equals: brand } }, { event: { equals: 'published' } }] },
      pagination: false,
      depth: 0,
    }),
  ])
  const recordOf = new Map(records.map((record) => [record.number, record]))
  return {
    brand: { id: brand, name: drafts.body.brand.name },
    ...(live && { live: liveView(live) }),
    nextNumber: Math.max(0, ...summaries.map(({ number }) => number)) + 1,
    changes: changes.map((change) => changeView(change, drafts)),
    fingerprint,
    releases: summaries.map(({ number, createdAt, createdBy, note, isLive }) => {
      const { added, changed, removed } = recordOf.get(number) ?? {}
      return {
        number,
        at: createdAt,
        by: createdBy,
        note,
        isLive,
        ...(typeof added === 'number' && { added, changed: changed ?? 0, removed: removed ?? 0 }),
      }
    }),
  }
}

/** What stands in the way of publishing the drafts with some documents left out. */
export function checkSelection({ drafts, live }: BrandView, keys: ReadonlySet<string>, now: Date): IssueView[] {
  const body = leaveOut(drafts.body, live?.release, keys)
  return checkForPublish(body, { now }).map((issue) => issueView(issue, drafts))
}

export function issueView(issue: PublishIssue, { origins }: BrandDrafts): IssueView {
  const { severity, code, message, subject } = issue
  const href = issueLink(issue, origins)
  const name = origins.get(originKey(subject.collection, subject.id))?.name ?? subject.id
  return { severity, code, message, collection: subject.collection, name, ...(href && { href }) }
}

function changeView(change: Change, { origins }: BrandDrafts): ChangeView {
  const key = originKey(change.collection, change.id)
  const origin = origins.get(key)
  const { collection, id, name, kind, sentence } = change
  return { key, collection, id, name: origin?.name ?? name, kind, sentence, ...(origin && { href: documentLink(origin) }) }
}

/** A release that was switched to later than it was made has been rolled back to. */
function liveView({ current, release: { manifest } }: Live): NonNullable<ReleaseState['live']> {
  const isRolledBack = current.switchedAt !== manifest.createdAt
  return { number: current.number, at: current.switchedAt, by: current.switchedBy, note: manifest.note, isRolledBack }
}

function changesSince(live: Live | undefined, drafts: ReleaseBody): Change[] {
  if (live) return diffBodies(live.release, drafts)
  // Before the first release everything is new, the brand included.
  const nothing: ReleaseBody = {
    ...drafts,
    brand: { ...drafts.brand, id: '' },
    palettes: [],
    triggers: [],
    clusters: [],
    surfaces: [],
    contents: [],
    media: [],
    policies: {},
    targets: [],
    menus: [],
    guides: [],
  }
  return diffBodies(nothing, drafts).filter((change) => change.id !== '')
}

function fingerprintOf(body: ReleaseBody, live: Live | undefined): string {
  return sha256(JSON.stringify([...printBody(body)]) + (live ? `${live.current.number}|${live.current.switchedAt}` : ''))
}
