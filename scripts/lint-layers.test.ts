import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** One file that breaks one ban, and the words of the reason the linter must give. */
const offences: { file: string; source: string; reason: string }[] = [
  { file: 'schemas/src/rules/a.ts', source: "import '@mosaic/widgets'", reason: 'they import none of them' },
  { file: 'schemas/src/rules/b.ts', source: "import '@mosaic/bff/release'", reason: 'they import none of them' },
  { file: 'schemas/src/rules/c.ts', source: "import '../../../cms/src/config.ts'", reason: 'they import none of them' },
  { file: 'schemas/src/rules/d.ts', source: "import 'node:fs'", reason: 'no I/O' },
  { file: 'schemas/src/rules/e.ts', source: "import 'fs/promises'", reason: 'no I/O' },
  { file: 'schemas/src/rules/f.ts', source: "import 'undici'", reason: 'no I/O' },
  { file: 'schemas/src/a.test.ts', source: "import '@mosaic/widgets'", reason: 'they import none of them' },
  { file: 'widgets/src/banner/a.ts', source: "import '@mosaic/cms'", reason: 'schemas only' },
  { file: 'widgets/src/banner/b.tsx', source: "import type {} from '@mosaic/bff'", reason: 'schemas only' },
  { file: 'widgets/src/banner/c.ts', source: "import '../../../bff/src/config.ts'", reason: 'schemas only' },
  { file: 'widgets/src/banner/d.ts', source: "import '../../../schemas/src/errors.ts'", reason: 'their exports are the contract' },
  { file: 'cms/src/a.ts', source: "import '@mosaic/bff'", reason: 'The CMS never knows the BFF' },
  { file: 'cms/src/b.ts', source: "import type {} from '../../bff/src/config.ts'", reason: 'The CMS never knows the BFF' },
  { file: 'cms/src/c.e2e.ts', source: "import '../../bff/simulator/personas.ts'", reason: 'The CMS never knows the BFF' },
  { file: 'cms/src/publisher/a.ts', source: "import 'payload'", reason: 'The publisher is pure' },
  { file: 'cms/src/publisher/b.ts', source: "import '@payloadcms/ui'", reason: 'The publisher is pure' },
  { file: 'bff/src/a.ts', source: "import '@mosaic/cms'", reason: 'The BFF never knows the CMS' },
  { file: 'bff/src/a.test.ts', source: "import '../../cms/src/config.ts'", reason: 'The BFF never knows the CMS' },
  { file: 'bff/simulator/a.ts', source: "import '../../cms/src/config.ts'", reason: 'The BFF never knows the CMS' },
  { file: 'bff/web/home/src/a.tsx', source: "import '@mosaic/cms'", reason: 'The BFF never knows the CMS' },
  { file: 'bff/src/b.ts', source: "import 'react'", reason: 'no React and no view' },
  { file: 'bff/src/c.ts', source: "import '@mosaic/widgets/views'", reason: 'no React and no view' },
  { file: 'bff/src/home/d.ts', source: "import './view.tsx'", reason: 'no React and no view' },
  { file: 'bff/src/home/d.test.ts', source: "import 'react-dom/server'", reason: 'no React and no view' },
  { file: 'bff/src/e.ts', source: "import '../simulator/server.ts'", reason: 'The simulator is the outside world' },
  ...['schemas/src/s.ts', 'widgets/src/s.ts', 'cms/src/s.ts', 'bff/src/s.ts', 'bff/web/home/src/s.ts'].map((file) => ({
    file,
    source: "import '../../scripts/lib/house.ts'",
    reason: 'Nothing imports scripts',
  })),
  { file: 'bff/src/long.ts', source: `export {}\n${'//\n'.repeat(500)}`, reason: 'too many lines' },
  { file: 'bff/src/float.ts', source: 'const later = async () => {}\nlater()', reason: 'Promises must be awaited' },
  { file: 'bff/src/ring-a.ts', source: "export { b } from './ring-b.ts'\nexport const a = 1", reason: 'Dependency cycle detected' },
  { file: 'bff/src/ring-b.ts', source: "export { a } from './ring-a.ts'\nexport const b = 1", reason: 'Dependency cycle detected' },
]

/** Files that break nothing: a ban that bites these bites too much. */
const innocents: { file: string; source: string }[] = [
  { file: 'schemas/src/fine.ts', source: "import 'node:crypto'\nimport 'typebox'\nimport './errors.ts'" },
  { file: 'schemas/src/fine.test.ts', source: "import 'node:fs'" },
  { file: 'widgets/src/fine.tsx', source: "import '@mosaic/schemas/release'\nimport 'react'" },
  {
    file: 'cms/src/fine.ts',
    source: "import '@mosaic/schemas/rules'\nimport '@mosaic/widgets'\nimport 'payload'\nimport './publisher/publish.ts'",
  },
  { file: 'cms/src/publisher/fine.ts', source: "import 'node:fs/promises'\nimport '@mosaic/schemas/release'" },
  { file: 'bff/src/fine.ts', source: "import '@mosaic/widgets/graphql'\nimport 'undici'" },
  { file: 'bff/src/fine.test.ts', source: "import '../simulator/server.ts'" },
  { file: 'bff/web/home/src/fine.tsx', source: "import '@mosaic/widgets/views'\nimport 'react'" },
  { file: 'scripts/fine.ts', source: "import '../cms/src/config.ts'\nimport '../bff/src/config.ts'\nimport './lib/house.ts'" },
]

const root = join(import.meta.dirname, '..')
let house: string
let found: Map<string, string[]>

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'mosaic-layers-'))
  for (const file of ['oxlint.config.ts', 'tsconfig.json', 'package.json']) await copyFile(join(root, file), join(house, file))
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'))
  for (const { file, source } of [...offences, ...innocents]) {
    await mkdir(dirname(join(house, file)), { recursive: true })
    await writeFile(join(house, file), `${source}\n`)
  }
  found = await lint()
})

afterAll(() => rm(house, { recursive: true, force: true }))

test.each(offences)('$file is refused: $reason', ({ file, reason }) => {
  expect(found.get(file)?.join('\n')).toContain(reason)
})

test.each(innocents)('$file is allowed', ({ file }) => {
  expect(found.get(file)).toBeUndefined()
})

/** The messages of the real linter under the real configuration, by file. */
async function lint(): Promise<Map<string, string[]>> {
  const output = await new Promise<string>((resolve) => {
    const args = ['schemas', 'widgets', 'cms', 'bff', 'scripts', '--format', 'json']
    execFile(join(root, 'node_modules', '.bin', 'oxlint'), args, { cwd: house, maxBuffer: 16e6 }, (_error, stdout) => resolve(stdout))
  })
  const { diagnostics } = JSON.parse(output) as { diagnostics: { filename: string; message: string; help?: string }[] }
  const messages = new Map<string, string[]>()
  for (const { filename, message, help } of diagnostics)
    messages.set(filename, [...(messages.get(filename) ?? []), `${message} ${help ?? ''}`])
  return messages
}
