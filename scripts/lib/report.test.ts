import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from './house.ts'
import { readPlaywright, readVitest } from './report.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'mosaic-report-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

test('counts what Vitest reports and names each failure', async () => {
  const assertionResults = [
    { fullName: 'adds', status: 'passed', failureMessages: [] },
    { fullName: 'subtracts', status: 'failed', failureMessages: ['Error: expected 1 to be 2\n  at somewhere'] },
    { fullName: 'divides', status: 'pending', failureMessages: [] },
    { fullName: 'multiplies', status: 'todo', failureMessages: [] },
  ]
  const file = await write({ testResults: [{ name: `${root}/schemas/a.test.ts`, status: 'failed', message: '', assertionResults }] })
  expect(readVitest('Unit', file, 1)).toMatchObject({
    passed: 1,
    failed: 1,
    skipped: 2,
    failures: ['schemas/a.test.ts › subtracts\n      Error: expected 1 to be 2'],
  })
})

test('a test file that does not load is a failure', async () => {
  const file = await write({
    testResults: [{ name: `${root}/a.test.ts`, status: 'failed', message: 'SyntaxError: no', assertionResults: [] }],
  })
  expect(readVitest('Unit', file, 1)).toMatchObject({ failed: 1, failures: ['a.test.ts\n      SyntaxError: no'] })
})

test('a runner that fails without a failed test is a failure, also when it leaves no report', async () => {
  const file = await write({ testResults: [] })
  expect(readVitest('Unit', file, 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(readPlaywright('End to end', join(folder, 'absent.json'), 1)).toMatchObject({ passed: 0, failed: 1 })
})

test('counts what Playwright reports, also in nested groups, and errors outside of tests', async () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'a.e2e.ts',
    tests: [{ status, results: [{ error: { message: `${title} broke` } }] }],
  })
  const inner = { title: 'group', specs: [spec('signs in', 'expected'), spec('pays', 'unexpected'), spec('waits', 'flaky')] }
  const suites = [{ title: 'a.e2e.ts', specs: [spec('opens', 'expected'), spec('later', 'skipped')], suites: [inner] }]
  const file = await write({ suites, errors: [{ message: 'the server did not start' }] })
  expect(readPlaywright('End to end', file, 1)).toMatchObject({
    passed: 2,
    failed: 3,
    skipped: 1,
    failures: [
      'a.e2e.ts › pays\n      pays broke',
      'a.e2e.ts › waits\n      waits broke',
      'outside of a test\n      the server did not start',
    ],
  })
})

async function write(report: unknown): Promise<string> {
  const file = join(folder, 'report.json')
  await writeFile(file, JSON.stringify(report))
  return file
}
