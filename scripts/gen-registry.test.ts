import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { registries } from './gen-registry.ts'

const source = mkdtempSync(join(tmpdir(), 'mosaic-kinds-'))
afterEach(() => rmSync(source, { recursive: true, force: true }))

test('a new folder is a new kind in every registry; other folders are not', () => {
  addFolder('usage', 'widget.ts', 'view.tsx')
  addFolder('balance', 'widget.ts')
  addFolder('testing', 'fixture.ts')
  const [definitions = '', schemas = '', views = ''] = registries(source).values()
  expect(definitions).toContain(
    "import { widget as balance } from './balance/widget.ts'\nimport { widget as usage } from './usage/widget.ts'",
  )
  expect(definitions).toContain('= {\n  balance,\n  usage,\n}')
  expect(schemas).toContain("import { schema as usage } from '../usage/schema.ts'")
  expect(views).toContain('= {\n  usage,\n}')
  expect(definitions + schemas + views).not.toContain('testing')
})

function addFolder(name: string, ...files: string[]): void {
  mkdirSync(join(source, name), { recursive: true })
  for (const file of files) writeFileSync(join(source, name, file), '')
}
