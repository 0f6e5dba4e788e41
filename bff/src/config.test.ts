import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'

test('without any variable everything has its default', () => {
  const config = loadConfig({})
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    tls: undefined,
    maxConnections: 20_000,
    maxRequests: 4_000,
    publishedDir: './published',
    releasePublicKeyFile: './data/signing/release.pub.pem',
    identity: { issuer: 'http://127.0.0.1:4010/idp', audience: 'mosaic', clientId: 'mosaic-web' },
    isProduction: false,
  })
  expect(config.connectors.rest.prepayBalance.href).toBe('http://127.0.0.1:4010/tmf-api/prepayBalanceManagement/v4')
})

test('one base for all APIs, and another for one', () => {
  const { rest } = loadConfig({ BSS_URL: 'https://bss.example/root', BSS_PREPAY_BALANCE_URL: 'https://ocs.example/balance/v4' }).connectors
  expect(rest.customerBill.href).toBe('https://bss.example/root/tmf-api/customerBillManagement/v4')
  expect(rest.prepayBalance.href).toBe('https://ocs.example/balance/v4')
})

test('an empty variable is an unset one', () => {
  expect(loadConfig({ BFF_PORT: ' ', WEB_BRAND: '' })).toMatchObject({ port: 4000, webBrand: undefined })
})

test('all problems at once, each with name, expected, found and fix', () => {
  const load = () => loadConfig({ BFF_PORT: '70000', POLL_MS: '1.5', BSS_URL: 'ftp://x', LOG_LEVEL: 'loud', WEB_BRAND: '../x' })
  expect(load).toThrow(/CONFIG_INVALID|cannot start/)
  for (const line of [
    /BFF_PORT: expected a whole number from 0 to 65535, got "70000"\. Set it to one, or unset it for 4000/,
    /POLL_MS: expected a whole number from 50 to 60000, got "1.5"/,
    /BSS_URL: expected an http or https address without credentials, got "ftp:\/\/x"/,
    /LOG_LEVEL: expected one of trace, .*silent, got "loud"/,
    /WEB_BRAND: expected the id of a brand, like aurora, got "..\/x"/,
  ])
    expect(load).toThrow(line)
})

test('the authorities of back-ends are certificates, or the start says so', () => {
  const file = fileURLToPath(import.meta.url)
  expect(() => loadConfig({ BSS_CA_FILE: file })).toThrow(/BSS_CA_FILE: expected a file of certificates in PEM, got "something else in/)
  expect(() => loadConfig({ BSS_CA_FILE: `${file}.pem` })).toThrow(/BSS_CA_FILE: expected a file that can be read, got .*ENOENT/)
  expect(loadConfig({}).connectors.http).toEqual({ ca: undefined })
})

test('a password in an address is refused and not repeated', () => {
  const load = () => loadConfig({ IDENTITY_ISSUER: 'https://user:hunter2@idp.example' })
  expect(load).toThrow(/IDENTITY_ISSUER/)
  expect(load).not.toThrow(/hunter2/)
})

test('one process a core where they share what they know, one alone where they do not', () => {
  const redis = { REDIS_URL: 'redis://127.0.0.1:6379' }
  expect(loadConfig({}).processes).toBe(1)
  expect(loadConfig({ BFF_PROCESSES: '1' }).processes).toBe(1)
  expect(loadConfig(redis).processes).toBe(availableParallelism())
  expect(loadConfig({ ...redis, BFF_PROCESSES: '3' }).processes).toBe(3)
  expect(() => loadConfig({ BFF_PROCESSES: '3' })).toThrow(/BFF_PROCESSES: expected 1 without REDIS_URL, got "3"\. Set REDIS_URL/)
})
