import { expect, test } from 'vitest'
import { createReader } from '../config-reader.ts'
import { stepUpSettings } from './settings.ts'

function read(env: Record<string, string>) {
  const problems: string[] = []
  return { settings: stepUpSettings(createReader(env, problems)), problems }
}
const network = { CAMARA_URL: 'https://network.example/camara', CAMARA_CLIENT_ID: 'mosaic', CAMARA_CLIENT_SECRET: 'sesame' }

test('without a network nobody is asked anything', () => {
  expect(read({})).toEqual({ settings: undefined, problems: [] })
})

test('a network, with its usual addresses and with others', () => {
  const settings = {
    apis: new URL('https://network.example/camara/'),
    authorize: new URL('https://network.example/camara/authorize'),
    token: new URL('https://network.example/camara/token'),
    clientId: 'mosaic',
    clientSecret: 'sesame',
    swapHours: 72,
    minutes: 15,
  }
  expect(read(network)).toEqual({ settings, problems: [] })
  const others = {
    CAMARA_AUTHORIZE_URL: 'https://login.example/authorize',
    CAMARA_TOKEN_URL: 'https://login.example/token',
    STEP_UP_SWAP_HOURS: '240',
    STEP_UP_MINUTES: '5',
  }
  expect(read({ ...network, ...others }).settings).toEqual({
    ...settings,
    authorize: new URL(others.CAMARA_AUTHORIZE_URL),
    token: new URL(others.CAMARA_TOKEN_URL),
    swapHours: 240,
    minutes: 5,
  })
})

test.each([
  [{ ...network, CAMARA_URL: 'https://mosaic:sesame@network.example' }, 'CAMARA_URL'],
  [{ ...network, CAMARA_CLIENT_ID: '' }, 'CAMARA_CLIENT_ID'],
  [{ ...network, CAMARA_CLIENT_SECRET: '' }, 'CAMARA_CLIENT_SECRET'],
  [{ ...network, STEP_UP_SWAP_HOURS: '0' }, 'STEP_UP_SWAP_HOURS'],
  [{ ...network, STEP_UP_MINUTES: '61' }, 'STEP_UP_MINUTES'],
])('what cannot be is told with its name and without a secret', (env, name) => {
  const { problems } = read(env)
  expect(problems.join('\n')).toContain(`${name}: expected`)
  expect(problems.join()).not.toContain('sesame')
})
