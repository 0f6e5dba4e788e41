import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scheduling } from '../machine.ts'

/** A process of its own, so that these tests stay in their class. */
function classOf(begin: string, started: string): string {
  const file = (name: string) => JSON.stringify(join(import.meta.dirname, name))
  const code = (text: string) => ['--input-type=module', '-e', text]
  const told = `const { scheduling } = await import(${file('../machine.ts')}); process.stdout.write(scheduling() ?? 'usual')`
  const child = `const { execFileSync } = await import('node:child_process'); process.stdout.write(execFileSync(process.execPath, ${JSON.stringify(code(told))}))`
  return execFileSync(
    process.execPath,
    code(`const { runAsBatch } = await import(${file('batch.ts')}); ${begin}; ${started === 'itself' ? told : child}`),
    {
      encoding: 'utf8',
    },
  )
}

const batch = process.platform === 'linux' ? 'batch' : 'usual'

test('a process and what it starts are run as batches, where Linux is', () => {
  expect([classOf('runAsBatch()', 'itself'), classOf('runAsBatch()', 'child')]).toEqual([batch, batch])
})

test('who does not ask for it stays as it was started', () => {
  expect(classOf('', 'itself')).toBe(scheduling() ?? 'usual')
})
