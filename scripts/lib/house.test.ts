import { expect, test } from 'vitest'
import { inRoot, placeFrom } from './house.ts'

test('without variables the fixed ports and folders are used', () => {
  expect(placeFrom({})).toEqual({
    ports: { cms: 3000, bff: 4000, simulator: 4010, smsCentre: 4011 },
    dataDir: inRoot('data'),
    publishedDir: inRoot('published'),
  })
})

test('variables move ports and folders; relative folders are those of the repository', () => {
  expect(placeFrom({ CMS_PORT: '3100', DATA_DIR: 'elsewhere', PUBLISHED_DIR: '/srv/published' })).toMatchObject({
    ports: { cms: 3100, bff: 4000 },
    dataDir: inRoot('elsewhere'),
    publishedDir: '/srv/published',
  })
})

test.each(['abc', '0', '65536', '-1', '80.5', '1e3'])('the port %s is refused with the name of the variable', (port) => {
  expect(() => placeFrom({ BFF_PORT: port })).toThrow(/^BFF_PORT cannot be used: expected a port number from 1 to 65535, got/)
})

test('two programs cannot have one port', () => {
  expect(() => placeFrom({ CMS_PORT: '4000' })).toThrow('CMS_PORT cannot be 4000')
})
