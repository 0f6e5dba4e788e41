import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { known, type Known } from '../testing/one-truth/asks.ts'
import { documents } from '../testing/one-truth/documents.ts'
import { createClient, type Client } from '../testing/one-truth/exchange.ts'
import { createTally } from '../testing/one-truth/tally.ts'
import { createWalker, walks } from '../testing/one-truth/walk.ts'
import { homeDocument, startSystem, type System } from '../testing/system.ts'
import { createSchema } from './schema.ts'

/*
 * One truth: nobody can tell by which way a question was answered. A trusted document is answered by its plan; with a comment behind it, the same
 * question has another id, and is executed like any other. Both are asked of one running BFF at one moment, and answers must be equal byte for byte.
 *
 * ONE_TRUTH_CASES says how many answers are compared at least, ONE_TRUTH_SEED which: the seed of a run that failed is printed.
 */
const usualCases = 10_000
const wantedCases = Number(process.env['ONE_TRUTH_CASES'] ?? usualCases)
const seed = Number(process.env['ONE_TRUTH_SEED'] ?? Date.now() % 2 ** 31)
const documentCount = 150
/** Walks between two looks at how many answers have been compared. */
const batch = 10
/** How long a failure may be made smaller, in milliseconds. */
const shrinkingMs = 30_000

const today = Math.floor(Date.now() / 86_400_000) * 86_400_000
const clock = { now: Date.now() }
const tally = createTally()
let trusted: Known[] = []
let folder: string
let system: System
let client: Client
/** Good for a few seconds of the run. */
let expiring: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaic-documents-'))
  const { trustedDocumentsDir } = loadConfig({})
  await cp(trustedDocumentsDir, folder, { recursive: true })
  const shipped = await Promise.all(
    ['web/2.0', 'web/1.0', 'ios/1.0'].map((client) => readFile(join(folder, client, 'home.graphql'), 'utf8')),
  )
  const random = fc.sample(documents(createSchema()), { seed, numRuns: documentCount })
  await mkdir(join(folder, 'random'))
  await Promise.all([...random, homeDocument].map((text, index) => writeFile(join(folder, 'random', `${index}.graphql`), text)))
  // The shipped ones are asked as often as a quarter of the others; the simplest come first, so that failures are told of those.
  const home = Array.from({ length: documentCount / 4 }, (_, index) => shipped[index % shipped.length] as string)
  trusted = [...random, homeDocument, ...home].toSorted((one, other) => one.length - other.length).map(known)

  system = await startSystem({
    bffNow: () => new Date(clock.now),
    env: { TRUSTED_DOCUMENTS_DIR: folder, FACTS_DEADLINE_MS: '20000', POLL_MS: '60000' },
  })
  client = createClient(system.bff.url)
})
afterAll(async () => {
  await client.close()
  await system.close()
  await rm(folder, { recursive: true })
})

/** The home by its plan, and a question that has none, with a token. */
async function statuses(token: string): Promise<number[]> {
  const headers = { authorization: `Bearer ${token}` }
  const answers = [homeDocument, 'query Home { me { id } mosaic { id } }'].map((text) => system.ask(undefined, text, {}, headers))
  return (await Promise.all(answers)).map(({ status }) => status)
}

test('a token is good both ways', async () => {
  // Clocks of different machines differ: it is good for half a minute longer than it says.
  expiring = await system.simulator.issueToken('C-0001', { expiresIn: -15 })
  expect(await statuses(expiring)).toEqual([200, 200])
})

test(
  `${wantedCases} answers by plan are those of execution (ONE_TRUTH_SEED=${seed})`,
  async () => {
    const go = createWalker({ system, clock, client, documents: trusted, tally })
    const property = fc.asyncProperty(walks(trusted, system.simulator.customers.length, today), go)
    for (let first = seed; tally.cases < wantedCases; first++) {
      const found = await fc.check(property, {
        seed: first,
        numRuns: batch,
        // Biased values are small ones, and small walks meet little.
        unbiased: true,
        interruptAfterTimeLimit: shrinkingMs,
        markInterruptAsFailure: false,
      })
      if (found.failed) throw new Error(`Seed ${seed}: ${String(found.errorInstance)}`, { cause: found.errorInstance })
    }
  },
  wantedCases * 60,
)

test('a token that has run out since its session was kept is refused both ways', async () => {
  await expect.poll(() => statuses(expiring), { timeout: 20_000 }).toEqual([401, 401])
})

registerProof()

/** A short run, as to look at a failure, need not have met everything. */
function registerProof(): void {
  if (wantedCases < usualCases) return

  test('they were asked in states of every kind', () => {
    const often = (what: string) => tally.seen.get(what) ?? 0
    const rare = (whats: readonly string[], most: number) => whats.filter((what) => often(what) <= most)
    expect(rare(['READY', 'STALE', 'FAILED', 'UNSUPPORTED'], wantedCases / 1_000)).toEqual([])
    expect(rare(['BSS_UNAVAILABLE', 'BSS_BAD_ANSWER', 'UNAUTHENTICATED', 'LINE_NOT_FOUND', 'SURFACE_NOT_FOUND'], 0)).toEqual([])
    expect(tally.releases).toBeGreaterThan(wantedCases / 400)
    expect(tally.late).toBeLessThan(wantedCases / 100)
    expect(tally.unchanged).toBeGreaterThan(wantedCases / 200)
    expect(tally.packed).toBeGreaterThan(wantedCases / 200)
  })

  test('nearly all that could be answered by a plan was', async () => {
    const figures = await (await fetch(`${system.bff.url}/metrics`)).text()
    const answeredBy = (who: string) => Number(new RegExp(`^bff_home_answers_total\\{by="${who}"\\} (\\d+)$`, 'm').exec(figures)?.[1] ?? 0)
    const planned = answeredBy('plan') + answeredBy('kept')
    // The rest are documents that ask for something else than homes, by intent.
    expect(planned / tally.answerable).toBeGreaterThan(0.7)
    expect(answeredBy('kept')).toBeGreaterThan(wantedCases / 20)
  })
}
