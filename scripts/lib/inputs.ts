import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir, inRoot, root } from './house.ts'
import { step, unchanged } from './steps.mjs'

/** Something made out of files: it is made again only when one of them changed. */
export type Build = {
  name: string
  title: string
  /** Why it takes time, for the person who waits. */
  why: string
  /** Glob patterns, from the root, of everything the result depends on. */
  inputs: readonly string[]
  /** Files that are there when the build has succeeded. */
  results: readonly string[]
  /** @param isPatient takes the processor's time only where nobody else wants it */
  make: (isPatient: boolean) => Promise<void>
}

/** Never part of what a build reads. */
const outside = ['**/node_modules', '**/dist', '**/.next', '**/*.test.ts', '**/*.test.tsx', '**/*.e2e.ts', '**/*.browser.ts']

/** Makes the build unless its inputs are those of the last success and its results are there. `isPatient`: without a word, in the processor time that others leave. */
export async function ensure(build: Build, { isPatient = false } = {}): Promise<void> {
  const stamp = join(cacheDir, 'stamps', build.name)
  const digest = hashOf(build.inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && build.results.every((result) => existsSync(inRoot(result)))) {
    if (!isPatient) unchanged(build.title)
    return
  }
  rmSync(stamp, { force: true })
  await (isPatient ? build.make(true) : step(build.title, build.why, () => build.make(false)))
  mkdirSync(join(cacheDir, 'stamps'), { recursive: true })
  // What the build itself wrote among its inputs (generated files) belongs to the state it left.
  writeFileSync(stamp, hashOf(build.inputs))
}

/** The SHA-256 over names and contents of the files the patterns find. */
export function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  const files = globSync([...patterns], { cwd: root, exclude: outside }).sort()
  for (const file of files) {
    if (!statSync(inRoot(file)).isFile()) continue
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0')
  }
  return hash.digest('hex')
}
