import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scheduling } from '../machine.ts'

const file = (name: string) => JSON.stringify(join(import.meta.dirname, name))
const tell = `const { scheduling } = await import(${file('../machine.ts')}); process.stdout.write(scheduling() ?? 'usual')`

/** In which class a process is that is started by one that has done so much; both are processes of their own, so that these tests stay in theirs. */
function classOfChild(done: string): string {
  const argsFor = (code: string) => ['--input-type=module', '-e', code]
  const start = `execFileSync(process.execPath, ${JSON.stringify(argsFor(tell))}, { stdio: 'inherit' })`
  const code = `import { execFileSync } from 'node:child_process'; import { runAsBatch } from ${file('batch.ts')}; ${done}; ${start}`
  return execFileSync(process.execPath, argsFor(code), { encoding: 'utf8' })
}

test('what a process starts is run as a batch like itself, where Linux is', () => {
  expect(classOfChild('runAsBatch()')).toBe(process.platform === 'linux' ? 'batch' : 'usual')
})

test('who does not ask for it stays as it was started', () => {
  expect(classOfChild('')).toBe(scheduling() ?? 'usual')
})
