import { describe, expect, it } from 'vitest'
import { parseAppConfig } from './app-config.ts'

const brand = { id: 'aurora', name: 'Aurora Mobile', locales: ['it', 'en'], defaultLocale: 'it' }
const config = { brand, issuer: 'http://127.0.0.1:4010/idp', clientId: 'mosaic-web' }

describe('the app configuration', () => {
  it('is read, with what is optional', () => {
    const theme = { id: 'aurora', palettes: [{ scheme: 'LIGHT', tokens: [] }] }
    expect(parseAppConfig({ ...config, theme, later: 1 })).toEqual({ ...config, brand: { ...brand, logoUrl: undefined }, theme })
  })
  it('speaks only the languages the app knows', () => {
    expect(parseAppConfig({ ...config, brand: { ...brand, locales: ['de', 'en'], defaultLocale: 'de' } }).brand).toMatchObject({
      locales: ['en'],
      defaultLocale: 'en',
    })
  })
  it('goes without a theme that is none', () => {
    expect(parseAppConfig({ ...config, theme: { palettes: 'blue' } }).theme).toBeUndefined()
  })
  it('knows whether people help, and only stores that a browser may open', () => {
    expect(parseAppConfig(config).care).toBeUndefined()
    expect(parseAppConfig({ ...config, care: {} }).care).toEqual({ stores: {}, canProve: false })
    const stores = { ios: 'https://apps.apple.com/app/id1', android: 'javascript:alert(1)' }
    expect(parseAppConfig({ ...config, care: { stores, canProve: true } }).care).toEqual({ stores: { ios: stores.ios }, canProve: true })
  })
  it.each([null, [], {}, { ...config, issuer: 'idp' }, { ...config, clientId: 1 }, { ...config, brand: { ...brand, locales: [] } }])(
    '%j is refused, and says why',
    (value) => {
      expect(() => parseAppConfig(value)).toThrow(expect.objectContaining({ code: 'APP_CONFIG_INVALID' }))
    },
  )
})
