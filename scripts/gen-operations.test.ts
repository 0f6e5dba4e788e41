import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, print } from 'graphql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkShipped, currentDocuments, withFrozen, type Shipped } from './gen-operations.ts'
import { inRoot } from './lib/house.ts'
import { withTypeNames } from './lib/operations.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosaic-operations-'))
  mkdirSync(join(folder, 'web', '1.0'), { recursive: true })
  writeFileSync(join(folder, 'web', '1.0', 'home.graphql'), 'query Home { me { id } }\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what was shipped stands as it was shipped', () => {
  const shipped = JSON.parse(readFileSync(inRoot('schemas', 'operations', 'shipped.json'), 'utf8')) as Shipped
  expect(Object.keys(shipped)).toEqual(['android/1.0', 'android/1.5', 'ios/1.0', 'ios/1.5', 'web/1.0', 'web/1.5'])
  expect(() => checkShipped(inRoot('schemas', 'operations'), shipped)).not.toThrow()
})

test('a version is frozen once, beside those before it', () => {
  const shipped = withFrozen(folder, { 'ios/1.0': {} }, 'web/1.0')
  expect(Object.keys(shipped)).toEqual(['ios/1.0', 'web/1.0'])
  expect(shipped['web/1.0']?.['home.graphql']).toMatch(/^[0-9a-f]{64}$/)
  expect(() => withFrozen(folder, shipped, 'web/1.0')).toThrow('web/1.0 is frozen already')
  expect(() => withFrozen(folder, shipped, 'web/9.9')).toThrow('Expected documents in schemas/operations/web/9.9, got none')
})

test('a shipped document that was changed or is gone is told, with the way back', () => {
  const shipped = withFrozen(folder, {}, 'web/1.0')
  const file = join(folder, 'web', '1.0', 'home.graphql')
  expect(() => checkShipped(folder, shipped)).not.toThrow()
  writeFileSync(file, 'query Home { me { id name } }\n')
  expect(() => checkShipped(folder, shipped)).toThrow('web/1.0/home.graphql is not what was shipped')
  rmSync(file)
  expect(() => checkShipped(folder, shipped)).toThrow('got no file')
})

test('each current app has documents of its own, and the ids it sends instead', () => {
  const files = currentDocuments(folder)
  const idsOf = (platform: string) => JSON.parse(files.get(join(folder, platform, '2.0', 'ids.json')) ?? '{}') as Record<string, string>
  const all = ['web', 'ios', 'android'].flatMap((platform) => Object.values(idsOf(platform)))
  expect(Object.keys(idsOf('web'))).toContain('Home')
  expect(new Set(all).size).toBe(all.length)
  for (const [path, text] of files) if (path.endsWith('home.graphql')) expect(text).toContain('...BalanceTile')
})

test('a native app is told the type of every object, where Apollo expects it', () => {
  const text = print(
    withTypeNames(parse('query Q { me { id lines { id } } } fragment F on Widget { id __typename ... on OpenLink { webUrl } }')),
  )
  expect(text.replace(/\s+/g, ' ')).toBe(
    'query Q { me { __typename id lines { __typename id } } } fragment F on Widget { __typename id ... on OpenLink { webUrl } }',
  )
})
