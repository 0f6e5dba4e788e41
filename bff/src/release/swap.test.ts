import { execFileSync } from 'node:child_process'
import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { paths, sha256, type ReleaseBody } from '@mosaic/schemas/release'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readerProcesses } from '../bss/connectors/files/testing/reader-processes.ts'
import { largeRelease } from '../testing/large-release.ts'
import { switchTo } from '../testing/publish.ts'
import { content, releaseBody } from '../testing/release-body.ts'
import { homeDocument, startSystem, type System } from '../testing/system.ts'
import { compileRelease } from './compile.ts'
import { checkCurrent, readCurrent, readRelease } from './read.ts'

const brand = 'aurora'
let system: System
let number = 1
beforeAll(async () => void (system = await startSystem()))
afterAll(() => system.close())

const live = () => system.bff.engine.get(brand)?.number
const untilLive = async (wanted = number) => {
  while (live() !== wanted) await system.bff.engine.check()
}

/** The release of tests with its number in the banner. */
function numbered(): ReleaseBody {
  const headline = `Release ${number}`
  const others = releaseBody().contents.filter(({ id }) => id !== 'welcome')
  return releaseBody({ contents: [...others, content('welcome', 'banner', { headline: { it: headline, en: headline } })] })
}

async function publishNext(body: () => ReleaseBody = numbered): Promise<void> {
  number++
  await system.publish(body(), { number })
}

/** Writes the next release; what it resolves with makes it the current one. */
async function prepareNext(body: () => ReleaseBody): Promise<() => Promise<void>> {
  const prepared = ++number
  await system.publish(body(), { number: prepared, isSwitched: false })
  const manifest = await readFile(join(system.publishedDir, paths.manifest(brand, prepared)))
  return () => switchTo(system.publishedDir, brand, prepared, sha256(manifest))
}

test('a release with 3,000 contents holds requests up for a fraction of the work it is', async () => {
  const large = () => largeRelease({ contents: 3_000, rules: 300 })
  const turns: number[] = []
  // A turn may also collect garbage, which is not the swap's: the best of a few tells.
  for (let time = 0; time < 3; time++) {
    const makeCurrent = await prepareNext(large)
    turns.push(await longestTurn(async () => makeCurrent().then(() => untilLive())))
  }
  expect(Math.min(...turns)).toBeLessThan((await longestTurn(readAtOnce)) / 5)
})

/** The same work as the engine used to do it: here, and compiled in one go. */
async function readAtOnce(): Promise<void> {
  const current = checkCurrent((await readCurrent(system.publishedDir, brand)) ?? '', brand)
  const release = await readRelease(system.publishedDir, current, await readFile(system.config.releasePublicKeyFile, 'utf8'), new Set())
  const steps = compileRelease(release)
  while (!steps.next().done);
}

/** The most processor time that a turn of the event loop takes while the work goes on, in milliseconds: what the machine does else does not count. */
async function longestTurn(work: () => Promise<void>): Promise<number> {
  const spent = () => {
    const { user, system: kernel } = process.threadCpuUsage()
    return (user + kernel) / 1_000
  }
  let [longest, before, isOver] = [0, spent(), false]
  const working = work().finally(() => (isOver = true))
  while (!isOver) {
    await nextTurn()
    const now = spent()
    longest = Math.max(longest, now - before)
    before = now
  }
  await working
  return longest
}

test('while homes are asked for, each is whole and of one release', async () => {
  await publishNext()
  await untilLive()
  let isOver = false
  const asking = Array.from({ length: 4 }, async () => {
    const revisions: number[] = []
    while (!isOver) {
      const { body } = await system.ask('C-0014', homeDocument)
      expect(body.errors).toBeUndefined()
      const { revision, widgets } = body.data.mosaic
      expect(widgets.find(({ id }) => id === 'welcome')?.banner?.headline.value).toBe(`Release ${revision}`)
      revisions.push(Number(revision))
    }
    return revisions
  })
  for (let time = 0; time < 8; time++) {
    await publishNext()
    await untilLive()
    // At least one home of each.
    await system.ask('C-0014', homeDocument)
  }
  isOver = true
  for (const revisions of await Promise.all(asking)) {
    expect(revisions).toEqual(revisions.toSorted((one, other) => one - other))
    expect(new Set(revisions).size).toBeGreaterThan(2)
  }
})

test('two in quick succession end with the last, and never go back', async () => {
  const seen: (number | undefined)[] = []
  const makeCurrent = [await prepareNext(numbered), await prepareNext(numbered)]
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      seen.push(live())
      await nextTurn()
    }
  })()
  for (const switchOver of makeCurrent) {
    await switchOver()
    // Begun, and not waited for.
    void system.bff.engine.check()
  }
  await untilLive()
  await system.bff.engine.check()
  isOver = true
  await watching
  expect(live()).toBe(number)
  expect(seen).toEqual(seen.toSorted((one = 0, other = 0) => one - other))
})

test('a reader that is killed in the middle leaves the old one serving, and the release goes live at the next look', async () => {
  const before = live()
  const makeCurrent = await prepareNext(numbered)
  const file = join(system.publishedDir, paths.signature(brand, number))
  const signature = await readFile(file)
  await unlink(file)
  execFileSync('mkfifo', [file])

  await makeCurrent()
  let isRead = false
  const looking = system.bff.engine.check().finally(() => (isRead = true))
  while (!isRead) {
    for (const pid of readerProcesses('release')) process.kill(pid, 'SIGKILL')
    await sleep(20)
  }
  await looking
  expect(system.bff.engine.state()[0]).toMatchObject({ live: { number: before }, refused: { code: 'READER_ENDED', number } })
  expect((await system.ask('C-0014', homeDocument)).body.data.mosaic.revision).toBe(String(before))

  await unlink(file)
  await writeFile(file, signature)
  await expect.poll(live, { timeout: 30_000 }).toBe(number)
  expect(system.bff.engine.state()[0]?.refused).toBeUndefined()
})
