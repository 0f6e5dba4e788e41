/**
 * `npm test`: everything that proves the house. `npm test -- check|unit|databases|gallery|e2e` runs one part, `npm test -- <path>` the tests under a path.
 * The last line is always `N passed, N failed, N skipped`.
 */
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { table } from './lib/box.ts'
import { care, cmsAdmin, gallery, generated, webHome } from './lib/builds.ts'
import { runChecks } from './lib/checks.ts'
import { createFamily, stopOnSignal } from './lib/family.ts'
import { inRoot, root } from './lib/house.ts'
import { ensure, type Build } from './lib/inputs.ts'
import { readPlaywright, readVitest, singleTally, type Tally } from './lib/report.ts'
import { chromium, mongodb, postgresql, startServer, type DatabaseServer } from './lib/servers.ts'
import { Trouble, bold, duration, green, main, red, skipped, yellow } from './lib/steps.mjs'

const parts = ['check', 'unit', 'databases', 'gallery', 'e2e'] as const
type Part = (typeof parts)[number]

const folder = mkdtempSync(join(tmpdir(), 'mosaic-test-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const family = createFamily()
stopOnSignal(family, { stopping: 'Stopping…', stopped: 'Stopped before the end.', exitCode: 130 })
const tallies: Tally[] = []
const pages = [webHome, gallery, care, cmsAdmin]
let building: Promise<void> | undefined

await main(async () => {
  try {
    const { chosen, paths } = selection(process.argv.slice(2))
    if (chosen.has('check')) await part('Checks', checks)
    if (chosen.has('unit') && (chosen.has('gallery') || chosen.has('e2e'))) buildAhead()
    if (chosen.has('unit')) await part('Unit and integration tests', () => unit(paths))
    if (chosen.has('databases')) for (const server of [postgresql, mongodb]) await part(`CMS on ${server.name}`, () => onServer(server))
    if (chosen.has('gallery'))
      await part('Gallery in a browser', () => inBrowser('Gallery in a browser', [gallery], ['-c', 'bff/web/gallery', ...paths]))
    if (chosen.has('e2e')) await part('End-to-end tests', () => inBrowser('End-to-end tests', pages, paths))
  } finally {
    await family.stop()
  }
})
report()

async function checks(): Promise<void> {
  await ensure(generated)
  for (const { title, failure } of await runChecks()) {
    if (failure !== undefined) console.log(`\n${bold(title)}\n${failure}\n`)
    record(singleTally('Checks', failure === undefined ? { passed: true } : { failed: `${title}, see above` }))
  }
}

async function unit(paths: readonly string[]): Promise<void> {
  record(await vitest('Unit and integration tests', paths, process.env))
}

/** What browsers look at is built in the time that the other tests leave: what stops it is told where it is needed, and tried again there. */
function buildAhead(): void {
  building = (async () => {
    for (const build of pages) await ensure(build, { isPatient: true })
  })().catch(() => {})
}

/** The tests of the CMS once more, on a server that its operators may have instead of SQLite. */
async function onServer(server: DatabaseServer): Promise<void> {
  const name = `CMS on ${server.name}`
  const program = server.find()
  if (program === undefined) return missing(name, server.hint)
  const url = await startServer(server, program, join(folder, server.name.replaceAll(/\W+/g, '-').toLowerCase()), family)
  // The publisher knows files only: it has nothing to ask a database.
  const files = globSync('cms/src/**/*.test.{ts,tsx}', { cwd: root, exclude: ['cms/src/publisher/**'] })
  record(await vitest(name, ['--project', 'cms', ...files], { ...process.env, TEST_DATABASE_URL: url }))
}

/** Playwright's tests, once what they look at is built. */
async function inBrowser(name: string, builds: readonly Build[], args: readonly string[]): Promise<void> {
  if (chromium.find() === undefined) return missing(name, chromium.hint)
  await building
  for (const build of builds) await ensure(build)
  const file = join(folder, `playwright-${tallies.length}.json`)
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js')
  const exitCode = await run([cli, 'test', '--reporter=list,json', ...args], { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  record(readPlaywright(name, file, exitCode))
}

/** Absent servers are a visible skip on a person's machine, and a failure where everything must be proven. */
function missing(part: string, hint: string): void {
  skipped(part, hint)
  record(singleTally(part, process.env['CI'] === 'true' ? { failed: `could not run: ${hint}` } : { skipped: hint }))
}

async function vitest(part: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Tally> {
  const file = join(folder, `vitest-${tallies.length}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return readVitest(part, file, await run([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...args], env))
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  process.once('exit', () => child.kill())
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (signal) console.log(red(`The test runner was stopped from outside by ${signal}.`))
      resolve(code ?? 1)
    })
  })
}

/** Runs one part and times it. What stops it is one failed test; the other parts still run. */
async function part(title: string, work: () => Promise<void>): Promise<void> {
  console.log(`\n${bold(title)}`)
  const begun = Date.now()
  const before = tallies.length
  try {
    await work()
  } catch (error) {
    const fix = error instanceof Trouble ? `\n      ${error.fix}` : ''
    if (error instanceof Trouble && error.detail !== '') console.log(error.detail)
    record(singleTally(title, { failed: `${error instanceof Error ? error.message : String(error)}${fix}` }))
  }
  const last = tallies.at(-1)
  if (last && tallies.length > before) last.milliseconds = Date.now() - begun
}

function record(tally: Tally): void {
  const same = tallies.find(({ part }) => part === tally.part)
  if (!same) return void tallies.push(tally)
  same.passed += tally.passed
  same.failed += tally.failed
  same.skipped += tally.skipped
  same.failures.push(...tally.failures)
  same.skips.push(...tally.skips)
}

/** The parts to run, and the paths to narrow them to. */
function selection(args: readonly string[]): { chosen: Set<Part>; paths: string[] } {
  const chosen = new Set<Part>(parts.filter((name) => args.includes(name)))
  const paths = args.filter((arg) => !(parts as readonly string[]).includes(arg))
  for (const path of paths) {
    const under = (pattern: string) => globSync([path, `${path}/**/*`, `${path}*`], { cwd: root }).some((file) => file.endsWith(pattern))
    const [hasUnit, hasGallery, hasEndToEnd] = [under('.test.ts') || under('.test.tsx'), under('.browser.ts'), under('.e2e.ts')]
    if (!hasUnit && !hasGallery && !hasEndToEnd) {
      throw new Trouble(`There is no test under "${path}"`, `Give a path from the root, or one of the parts: ${parts.join(', ')}.`)
    }
    if (hasUnit) chosen.add('unit')
    if (hasGallery) chosen.add('gallery')
    if (hasEndToEnd) chosen.add('e2e')
  }
  return { chosen: chosen.size > 0 ? chosen : new Set(parts), paths }
}

/** Failures by name, a table of the parts, and the line that says it all. */
function report(): void {
  const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0)
  const [passed, failed, skips] = [sum('passed'), sum('failed'), sum('skipped')]
  const failures = tallies.flatMap((tally) => tally.failures.map((failure) => `  ${red('✗')} ${tally.part}: ${failure}`))
  if (failures.length > 0) console.log(`\n${bold('Failed')}\n${failures.join('\n')}`)
  const skipLines = tallies.flatMap((tally) => tally.skips.map((skip) => `  ${yellow('–')} ${tally.part}: ${skip}`))
  if (skipLines.length > 0) console.log(`\n${bold('Skipped')}\n${skipLines.join('\n')}`)
  const rows = tallies.map(({ part, passed, failed, skipped, milliseconds }) => [
    `  ${failed > 0 ? red('✗') : green('✓')} ${part}`,
    String(passed),
    String(failed),
    String(skipped),
    duration(milliseconds),
  ])
  if (rows.length > 0) console.log(`\n${table([['    part', 'passed', 'failed', 'skipped', 'time'], ...rows], [1, 2, 3, 4]).join('\n')}\n`)
  if (failed > 0) process.exitCode = 1
  const broken = process.exitCode === 1 && failed === 0 ? 1 : 0
  console.log(`${passed} passed, ${failed + broken} failed, ${skips} skipped`)
}
