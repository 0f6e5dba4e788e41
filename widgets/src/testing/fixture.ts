import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MethodResult, ReadMethodName } from '@mosaic/schemas/bss'
import type { Content, Media } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import { composeWidget, type ComposeInput, type LeftOut, type Outcomes } from '../compose.ts'
import { createFormat, type Format } from '../format.ts'
import type { Outcome } from '../outcome.ts'
import type { WidgetView } from '../view-model.ts'

/**
 * One golden case of a kind, as `widgets/src/<kind>/fixtures/<case>.json` holds it. The native apps run the same files, so everything that the
 * result depends on is in them; what all cases share is in `fixtureWorld`.
 */
export type Fixture = {
  /** What the case shows, in a few words. */
  name: string
  content: Content
  /** The answers of the methods the kind needs. */
  data: { [Name in ReadMethodName]?: MethodResult<Name> }
  /** The methods whose answer is older than it should be. */
  stale?: ReadMethodName[]
  /** The methods that failed, and how. */
  failed?: { [Name in ReadMethodName]?: Extract<Outcome, { status: 'failed' }>['code'] }
  now: string
  lineId?: string
  locale: Locale
  media?: Media[]
  /** The other contents of the surface. */
  siblings?: Content[]
  /** The types and archetypes the client's document names; absent = all. */
  capabilities?: string[]
  expected: WidgetView | LeftOut
}

/** What every fixture takes for granted: the demo brand, its zone, and release 7. */
export const fixtureWorld = {
  brand: { defaultLocale: 'it', currency: 'EUR' },
  timeZone: 'Europe/Rome',
  release: { number: 7, createdAt: '2026-11-20T09:00:00.000Z' },
  /** How old an answer is, fresh or stale, in milliseconds. */
  ageMs: { fresh: 20_000, stale: 1_800_000 },
} as const

/** The input of the composer for one case. */
export function fixtureInput(fixture: Fixture): ComposeInput {
  const { content, siblings = [], media = [], capabilities, lineId, locale } = fixture
  const now = new Date(fixture.now)
  const surface = [content, ...siblings]
  return {
    content,
    outcomes: fixtureOutcomes(fixture),
    brand: fixtureWorld.brand,
    release: fixtureWorld.release,
    format: formatAt(locale, now),
    now,
    lineId,
    media: new Map(media.map((image) => [image.id, image])),
    mediaUrl: ({ file }) => `/media/aurora/${file}`,
    siblings: () => surface,
    capabilities: capabilities && new Set(capabilities),
  }
}

const formats = new Map<string, Format>()
const yearOf = new Intl.DateTimeFormat('en', { timeZone: fixtureWorld.timeZone, year: 'numeric' })

/** How a language is written at a moment. One a year: building them costs more than composing, and of the moment they know the year alone. */
export function formatAt(locale: Locale, now: Date): Format {
  const key = `${locale} ${yearOf.format(now)}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = createFormat(locale, fixtureWorld.timeZone, () => now)))
  return format
}

/** What the composer makes of a case, as a client would read it. */
export function composeFixture(fixture: Fixture): WidgetView | LeftOut {
  return asJson(composeWidget(fixtureInput(fixture)))
}

/** The value as it is on the wire: without what is undefined. */
function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** The cases of a kind, by file name. */
export function readFixtures(folder: string): { file: string; fixture: Fixture }[] {
  return readdirSync(join(folder, 'fixtures'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, fixture: JSON.parse(readFileSync(join(folder, 'fixtures', file), 'utf8')) as Fixture }))
}

/** Writes what the composer makes of a case now as what is expected: look at the difference before you keep it. */
export async function rewriteExpected(folder: string, file: string, fixture: Fixture): Promise<void> {
  const { format, resolveConfig } = await import('prettier')
  const path = join(folder, 'fixtures', file)
  const text = JSON.stringify({ ...fixture, expected: composeFixture(fixture) })
  // A break after the first brace makes the formatter put every object on lines of its own.
  writeFileSync(path, await format(JSON.stringify(JSON.parse(text), undefined, 2), { ...(await resolveConfig(path)), filepath: path }))
}

function fixtureOutcomes({ data, stale = [], failed = {}, now }: Fixture): Outcomes {
  const failures = Object.entries(failed).map(([method, code]) => [method, { status: 'failed', code }])
  const answers = (Object.keys(data) as ReadMethodName[]).map((method) => [
    method,
    answered(method, data[method], stale.includes(method), new Date(now)),
  ])
  return Object.fromEntries([...answers, ...failures]) as Outcomes
}

/** An answer as the BSS layer hands it on. */
export function answered(source: ReadMethodName, value: unknown, isStale: boolean, now: Date): Outcome {
  const fetched = now.getTime() - fixtureWorld.ageMs[isStale ? 'stale' : 'fresh']
  return {
    status: 'ok',
    value,
    isStale,
    source,
    fetchedAt: new Date(fetched),
    staleAfter: new Date(fetched + 60_000),
    expiresAt: new Date(fetched + 3_600_000),
  }
}
