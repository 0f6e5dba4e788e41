import { describe, expect, test } from 'vitest'
import { createReader } from '../../../config-reader.ts'
import { sqlSettings } from './settings.ts'

function read(env: Record<string, string>) {
  const problems: string[] = []
  return { settings: sqlSettings(createReader(env, problems)), problems }
}

test.each([
  [
    'postgres://crm@db.example/views',
    { kind: 'postgresql', host: 'db.example', port: 5432, user: 'crm', database: 'views', isEncrypted: false },
  ],
  ['postgresql://a%40b@[::1]:1/views', { kind: 'postgresql', host: '::1', port: 1, user: 'a@b', isEncrypted: false }],
  ['mariadb://crm@db.example/views', { kind: 'mariadb', port: 3306 }],
  ['mysql://crm@db.example:3307/views?tls=on', { kind: 'mariadb', port: 3307, isEncrypted: true }],
  ['sqlite:/var/lib/crm%20views.db', { kind: 'sqlite', file: '/var/lib/crm views.db' }],
])('%s', (url, expected) => {
  const { settings, problems } = read({ BSS_SQL_URL: url, BSS_SQL_PASSWORD: 'sesame' })
  expect(problems).toEqual([])
  expect(settings).toMatchObject(expected)
  if (settings?.kind !== 'sqlite') expect(settings?.password).toBe('sesame')
})

test.each(['127.0.0.1', '[::1]'])('an address, %s, has no certificate', (host) => {
  expect(read({ BSS_SQL_URL: `mariadb://crm@${host}/views?tls=on` }).problems).toEqual([
    expect.stringContaining('the name in its certificate'),
  ])
})

test('without an address there is none', () => expect(read({})).toEqual({ settings: undefined, problems: [] }))

describe('what cannot be is told, without a password that stands in it', () => {
  test.each([
    'postgres://crm:sesame@db.example/views',
    'postgres://db.example/views',
    'postgres://crm@db.example/',
    'postgres://crm@db.example/views?tls=perhaps',
    'postgres://crm@db.example/views?sslmode=require',
    'oracle://crm@db.example/views',
    'sqlite:views.db',
    'crm',
  ])('%s', (url) => {
    const { settings, problems } = read({ BSS_SQL_URL: url })
    expect(settings).toBeUndefined()
    expect(problems).toEqual([expect.stringContaining('BSS_SQL_URL: expected')])
    expect(problems.join()).not.toContain('sesame')
  })
})
