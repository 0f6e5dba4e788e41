import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { root } from './house.ts'
import { Trouble } from './steps.mjs'

/**
 * Writes the files a generator makes, where they differ from what is there. With `--check` in `argv` nothing is written: a file that is not what
 * it should be is a Trouble that says which command mends it.
 *
 * @param files the wanted text by absolute path
 */
export function keepGenerated(files: ReadonlyMap<string, string>, argv: readonly string[] = process.argv.slice(2)): void {
  const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  const names = changed.map(([path]) => relative(root, path))
  if (argv.includes('--check')) {
    if (names.length > 0) throw new Trouble(`Not what its generator makes: ${names.join(', ')}`, 'Run: npm run gen')
    return
  }
  for (const [path, text] of changed) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const name of names) console.log(`wrote ${name}`)
}
