import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './house.ts'

/** What one part of the tests came to. `failures` name the test and the first line of what it said. */
export type Tally = {
  part: string
  passed: number
  failed: number
  skipped: number
  failures: string[]
  skips: string[]
  milliseconds: number
}

export const emptyTally = (part: string): Tally => ({ part, passed: 0, failed: 0, skipped: 0, failures: [], skips: [], milliseconds: 0 })

/** One thing that is a test of its own: a check, or a part that could not run. */
export function singleTally(part: string, outcome: { passed: true } | { failed: string } | { skipped: string }): Tally {
  const tally = emptyTally(part)
  if ('passed' in outcome) tally.passed = 1
  else if ('failed' in outcome) {
    tally.failed = 1
    tally.failures.push(outcome.failed)
  } else {
    tally.skipped = 1
    tally.skips.push(outcome.skipped)
  }
  return tally
}

type VitestReport = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[]
  }[]
}

/** Reads Vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function readVitest(part: string, file: string, exitCode: number): Tally {
  const tally = emptyTally(part)
  const report = readReport<VitestReport>(file)
  for (const { name, status, message, assertionResults } of report?.testResults ?? []) {
    for (const test of assertionResults) {
      if (test.status === 'passed') tally.passed++
      else if (test.status === 'failed') fail(tally, `${relative(root, name)} › ${test.fullName}`, test.failureMessages?.[0])
      else tally.skipped++
    }
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) fail(tally, relative(root, name), message)
  }
  return settle(tally, exitCode)
}

type Suite = {
  title: string
  suites?: Suite[]
  specs: { title: string; file: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[]
}
type PlaywrightReport = { suites: Suite[]; errors: { message?: string }[] }

/** Reads Playwright's JSON report. Errors outside of tests (a system that does not start) count as failures. */
export function readPlaywright(part: string, file: string, exitCode: number): Tally {
  const tally = emptyTally(part)
  const report = readReport<PlaywrightReport>(file)
  const visit = (suite: Suite) => {
    for (const { title, file: source, tests } of suite.specs) {
      for (const { status, results } of tests) {
        if (status === 'expected') tally.passed++
        else if (status === 'skipped') tally.skipped++
        else fail(tally, `${source} › ${title}`, results.at(-1)?.error?.message)
      }
    }
    suite.suites?.forEach(visit)
  }
  report?.suites.forEach(visit)
  for (const { message } of report?.errors ?? []) fail(tally, 'outside of a test', message)
  return settle(tally, exitCode)
}

function fail(tally: Tally, test: string, message = ''): void {
  tally.failed++
  const [first = ''] = stripVTControlCharacters(message).trim().split('\n')
  tally.failures.push(first === '' ? test : `${test}\n      ${first}`)
}

/** A runner that failed although no test did has met an error that no test owns. */
function settle(tally: Tally, exitCode: number): Tally {
  if (exitCode !== 0 && tally.failed === 0) fail(tally, `the test runner ended with exit code ${exitCode}, see above`)
  return tally
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}
