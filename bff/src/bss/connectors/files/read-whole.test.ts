import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createFolder } from '../file/folder.ts'
import type { Folder } from './contract.ts'
import { readWhole } from './read-whole.ts'
import { rules } from './testing/whole-files.ts'

const root = mkdtempSync(join(tmpdir(), 'mosaic-whole-'))
const file = join(root, 'a.json')
beforeEach(() => write(file, '[1]'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/* What happens between two moments of one reading is made to happen there: on the disk, by another hand. */

test.each([
  ['longer', () => appendFileSync(file, ' ')],
  ['shorter', () => truncateSync(file, 1)],
  ['another of the same length', () => writeFileSync(file, '[2]')],
  ['another of the same length and time', () => write(file, '[2]')],
])('a file that becomes %s while it is read is refused', async (_name, happens) => {
  for (const moment of ['before', 'after'] as const) {
    write(file, '[1]')
    const folder = meanwhile(happens, moment)
    await expect(read(folder)).rejects.toMatchObject({
      reason: { code: 'BSS_UNAVAILABLE', isRetryable: true, fault: { got: 'one that changed meanwhile' } },
    })
  }
})

test('a file that is replaced while it is read is read again', async () => {
  const replaced = meanwhile(() => {
    write(`${file}.tmp`, '[2,3]')
    renameSync(`${file}.tmp`, file)
  }, 'before')
  // The file system notes on the old one that it lost its name: that is a change like any other.
  await expect(read(replaced)).rejects.toMatchObject({ reason: { isRetryable: true } })
  expect(await read(createFolder({ root }))).toMatchObject({ data: [2, 3] })
})

test('the version that is known already is not read', async () => {
  const whole = await read(createFolder({ root }))
  const untouchable = meanwhile(() => {
    throw new Error('Expected no reading')
  }, 'before')
  expect(await read(untouchable, whole?.version)).toBeUndefined()
  write(file, '[1]')
  await expect(read(untouchable, whole?.version)).rejects.toThrow('Expected no reading')
})

test('so soon after the writing, another content may look like the same', async () => {
  expect(await read(createFolder({ root }))).toMatchObject({ isVersionSure: true })
  writeFileSync(file, '[1]')
  writeFileSync(`${file}.done`, '')
  expect(await read(createFolder({ root }))).toMatchObject({ isVersionSure: false })
  rmSync(`${file}.done`)
})

function read(folder: Folder, known?: string) {
  return readWhole(folder, 'a', rules, known, new AbortController().signal)
}

/** The folder, in which something happens to a file before or after its content is read. */
function meanwhile(happens: () => void, moment: 'before' | 'after'): Folder {
  const folder = createFolder({ root })
  return {
    async open(path, signal) {
      const opened = await folder.open(path, signal)
      return {
        ...opened,
        async read(bytes) {
          if (moment === 'before') happens()
          const content = await opened.read(bytes)
          if (moment === 'after') happens()
          return content
        },
      }
    },
  }
}

function write(path: string, text: string): void {
  writeFileSync(path, text)
  utimesSync(path, 1_700_000_000, 1_700_000_000)
}
