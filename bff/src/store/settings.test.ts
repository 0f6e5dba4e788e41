import { expect, test } from 'vitest'
import { createReader, type Environment } from '../config-reader.ts'
import { storeSettings } from './settings.ts'

function read(env: Environment) {
  const problems: string[] = []
  return { settings: storeSettings(createReader(env, problems), './data'), problems }
}

test('without a word it is a file in the data folder; it may be another', () => {
  expect(read({})).toEqual({ settings: { kind: 'sqlite', file: 'data/store.sqlite' }, problems: [] })
  expect(read({ STORE_FILE: '/srv/care.sqlite' }).settings).toEqual({ kind: 'sqlite', file: '/srv/care.sqlite' })
})

test('MONGODB_URL makes it a server, with a user and a secret of their own', () => {
  const url = 'mongodb://one.example,two.example/care?replicaSet=rs0&tls=true'
  expect(read({ MONGODB_URL: url })).toMatchObject({ settings: { kind: 'mongodb', url, user: undefined }, problems: [] })
  const named = read({ MONGODB_URL: url, MONGODB_USER: 'care', MONGODB_PASSWORD: 's3cret' })
  expect(named).toEqual({ settings: { kind: 'mongodb', url, user: 'care', password: 's3cret' }, problems: [] })
})

test.each([
  ['a password in the address', { MONGODB_URL: 'mongodb://care:s3cret@host/care' }, /^MONGODB_URL: expected an address with a database/],
  ['no database', { MONGODB_URL: 'mongodb://host' }, /^MONGODB_URL: /],
  ['another protocol', { MONGODB_URL: 'https://host/care' }, /^MONGODB_URL: /],
  [
    'a user without a secret',
    { MONGODB_URL: 'mongodb://host/care', MONGODB_USER: 'care' },
    /^MONGODB_PASSWORD: expected the secret of MONGODB_USER/,
  ],
] as const)('refuses %s, and repeats no secret', (_, env, problem) => {
  const { problems } = read(env)
  expect(problems).toEqual([expect.stringMatching(problem)])
  expect(problems.join()).not.toContain('s3cret')
})
