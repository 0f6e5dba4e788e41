import { expect, test } from 'vitest'
import { createReader } from '../../../config-reader.ts'
import { mongodbSettings } from './settings.ts'

function read(env: Record<string, string>) {
  const problems: string[] = []
  return { settings: mongodbSettings(createReader(env, problems)), problems }
}

test('hosts and database in the address, whoever signs in beside it', () => {
  const url = 'mongodb://one.example:27017,two.example:27018/usage?replicaSet=rs0&tls=true'
  expect(read({ BSS_MONGODB_URL: url, BSS_MONGODB_USER: 'mosaic', BSS_MONGODB_PASSWORD: 'sesame' })).toEqual({
    settings: { url, user: 'mosaic', password: 'sesame' },
    problems: [],
  })
  expect(read({ BSS_MONGODB_URL: 'mongodb+srv://cluster.example/usage' }).problems).toEqual([])
  expect(read({})).toEqual({ settings: undefined, problems: [] })
})

test.each(['mongodb://mosaic:sesame@one.example/usage', 'mongodb://one.example', 'mongodb://one.example/', 'http://one.example/usage'])(
  '%s cannot be, and is told without a password that stands in it',
  (url) => {
    const { settings, problems } = read({ BSS_MONGODB_URL: url })
    expect(settings).toBeUndefined()
    expect(problems).toEqual([expect.stringContaining('BSS_MONGODB_URL: expected')])
    expect(problems.join()).not.toContain('sesame')
  },
)
