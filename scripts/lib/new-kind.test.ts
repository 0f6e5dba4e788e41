import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from './house.ts'
import { newKind } from './new-kind.ts'
import { execute } from './steps.mjs'

const house = mkdtempSync(join(tmpdir(), 'mosaic-new-kind-'))
const folder = join(house, 'widgets', 'src', 'spareParts')

beforeAll(async () => {
  mkdirSync(join(house, 'widgets'))
  for (const part of ['node_modules', join('widgets', 'node_modules')]) symlinkSync(inRoot(part), join(house, part))
  for (const part of ['package.json', 'vitest.config.ts', join('widgets', 'package.json'), join('widgets', 'src')]) {
    cpSync(inRoot(part), join(house, part), { recursive: true })
  }
  const { compilerOptions } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8')) as { compilerOptions: object }
  // What says that styles may be imported stands in the rooms of the web pages.
  const options = { ...compilerOptions, noUncheckedSideEffectImports: false }
  writeFileSync(join(house, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['widgets/src/spareParts'] }))
  await newKind('spareParts', house)
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

test('a new kind passes the conformance suite at once', async () => {
  const report = join(house, 'report.json')
  await run(['vitest', 'vitest.mjs'], ['run', 'widgets/src/spareParts', '--reporter=json', `--outputFile=${report}`])
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
  expect(numTotalTests).toBeGreaterThan(20)
  expect(numPassedTests).toBe(numTotalTests)
})

test('its types are right, and its files are written as ours are', async () => {
  await run(['@typescript', 'native', 'bin', 'tsc'], ['-p', '.', '--pretty', 'false'])
  await run(['prettier', 'bin', 'prettier.cjs'], ['--check', '--config', inRoot('.prettierrc.json'), folder])
})

test('its fixtures expect what it shows, and a card when the system is down', () => {
  const expected = (file: string) =>
    (JSON.parse(readFileSync(join(folder, 'fixtures', file), 'utf8')) as { expected: Record<string, unknown> }).expected
  expect(readdirSync(join(folder, 'fixtures'))).toEqual(['failed.json', 'ready.json'])
  expect(expected('ready.json')).toMatchObject({ state: 'READY', spareParts: { planName: 'Aurora 150' } })
  expect(expected('failed.json')).toMatchObject({ state: 'FAILED', fallback: { title: 'Il tuo piano' } })
})

test.each([
  ['Spare-Parts', 'camelCase'],
  ['spareParts', 'Take another name'],
  ['bill', 'Take another name'],
])('refuses "%s"', async (name, fix) => {
  await expect(newKind(name, house)).rejects.toMatchObject({ fix: expect.stringContaining(fix) })
})

/** Runs one of the house's programs in the copy; what it says is the failure. */
async function run([program = '', ...path]: string[], args: string[]): Promise<void> {
  const log = join(house, `${program.replaceAll(/\W/g, '')}.log`)
  try {
    await execute(process.execPath, [inRoot('node_modules', program, ...path), ...args], { cwd: house, log, fix: '' })
  } catch (error) {
    throw new Error(readFileSync(log, 'utf8'), { cause: error })
  }
}
