import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('an unknown command is one clear message, and nothing is installed for it', async () => {
  const { code, stderr } = await run('launch')
  expect(code).toBe(1)
  expect(stderr).toContain('There is no command "launch"')
  expect(stderr).toContain('npm run start')
  expect(stderr).not.toContain('    at ')
})

function run(...args: string[]): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'run.mjs'), ...args], (error, _stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr })
    })
  })
}
