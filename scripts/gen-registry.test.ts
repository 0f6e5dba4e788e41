import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { registries } from './gen-registry.ts'

const source = mkdtempSync(join(tmpdir(), 'mosaic-kinds-'))
afterEach(() => rmSync(source, { recursive: true, force: true }))

const whole = ['present.ts', 'schema.ts', 'view.tsx', 'widget.ts']

test('a new folder is a new kind in every registry; other folders are not, nor is half of one', () => {
  addFolder('usage', ...whole)
  addFolder('balance', ...whole)
  addFolder('begun', 'widget.ts', 'present.ts')
  addFolder('testing', 'fixture.ts')
  addFolder(join('usage', 'fixtures'), 'ready.json')
  const [definitions = '', schemas = '', views = '', kindFields = '', samples = ''] = registries(source).values()
  expect(definitions).toContain(
    "import { widget as balance } from './balance/widget.ts'\nimport { widget as usage } from './usage/widget.ts'",
  )
  expect(definitions).toContain('= {\n  balance,\n  usage,\n}')
  expect(schemas).toContain("import { schema as usage } from '../usage/schema.ts'")
  expect(views).toContain('= {\n  balance,\n  usage,\n}')
  expect(kindFields).toContain('= {\n  balance: typeof balance\n  usage: typeof usage\n}')
  expect(samples).toContain('= {\n  usage,\n}')
  expect(definitions + schemas + views + kindFields).not.toMatch(/testing|begun/)
})

function addFolder(name: string, ...files: string[]): void {
  mkdirSync(join(source, name), { recursive: true })
  for (const file of files) writeFileSync(join(source, name, file), '')
}
