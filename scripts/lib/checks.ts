import { readFileSync } from 'node:fs'
import { checkOwnContract } from '../check-contract.ts'
import { generate, generators } from './generators.ts'
import { cacheDir, inRoot, root } from './house.ts'
import { Trouble, execute, step } from './steps.mjs'

type Check = { name: string; title: string; why: string; run: (log: string) => Promise<void> }
export type CheckResult = { title: string; failure?: string }

/** What must hold of the code before it runs at all. Those of a row run one after the other, the rows at once: the second knows one thread only, and leaves the rest to the first. */
const checks: readonly (readonly Check[])[] = [
  [
    {
      name: 'generated',
      title: 'Generated files',
      why: 'are what the code makes',
      // None writes anything: they may all look at once.
      run: async () => void (await Promise.all(generators.map((generator) => generate(generator, { check: true })))),
    },
    { name: 'contract', title: 'Contract of the apps', why: 'breaks none that are out there', run: async () => checkOwnContract() },
    program('types', 'Types', 'TypeScript 7, strict', ['@typescript/native', 'bin', 'tsc'], ['-p', '.', '--pretty', 'false']),
    program(
      'lint',
      'Lint and layers',
      'oxlint, type-aware',
      ['oxlint', 'bin', 'oxlint'],
      ['schemas', 'widgets', 'cms', 'bff', 'scripts', 'testing', 'playwright.config.ts', 'vitest.config.ts'],
    ),
  ],
  [
    program('format', 'Format', 'Prettier', ['prettier', 'bin', 'prettier.cjs'], ['--check', '--log-level', 'warn', '.']),
    program('unused', 'Unused code', 'knip: files, exports and dependencies nobody uses', ['knip', 'bin', 'knip.js'], ['--no-progress']),
  ],
]

/** Runs all checks, also after one failed, and tells what each failure said. */
export async function runChecks(): Promise<CheckResult[]> {
  return (await Promise.all(checks.map(runRow))).flat()
}

async function runRow(row: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const { name, title, why, run } of row) {
    const log = `${cacheDir}/logs/check-${name}.log`
    try {
      await step(title, why, () => run(log))
      results.push({ title })
    } catch (error) {
      const failure =
        error instanceof Trouble ? `${error.message}\n${error.detail}` : error instanceof Error ? error.message : String(error)
      results.push({ title, failure })
    }
  }
  return results
}

/** A check that is a program of node_modules; what it prints is the failure. */
function program(name: string, title: string, why: string, path: readonly string[], args: readonly string[]): Check {
  const run = async (log: string) => {
    try {
      await execute(process.execPath, [inRoot('node_modules', ...path), ...args], { cwd: root, env: process.env, log, fix: '' })
    } catch (error) {
      throw new Error(readFileSync(log, 'utf8').trimEnd() || String(error), { cause: error })
    }
  }
  return { name, title, why, run }
}
