import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../../config.ts'

const key = `SHA256:${'A'.repeat(43)}`

test('without a place there is no connector', () => {
  expect(loadConfig({ BSS_FILE_FORMAT: 'xml', BSS_SFTP_PASSWORD: 'x' }).connectors).toMatchObject({ file: undefined, sftp: undefined })
})

test('a folder, with the rules for its files', () => {
  expect(loadConfig({ BSS_FILE_ROOT: '/mnt/bss' }).connectors.file).toEqual({
    folder: { root: '/mnt/bss' },
    rules: { format: 'json', settleMs: 5_000, marker: '.done', maxBytes: 8 * 1024 * 1024 },
  })
})

test('a server, with its key and ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-settings-'))
  writeFileSync(join(folder, 'id'), 'our key\n')
  const { sftp } = loadConfig({
    BSS_SFTP_URL: 'sftp://mos%20aic@[::1]:2222/out/b%20ss',
    BSS_SFTP_HOST_KEY: `${key}, ${key}`,
    BSS_SFTP_PRIVATE_KEY_FILE: join(folder, 'id'),
    BSS_SFTP_FORMAT: 'xml',
    BSS_SFTP_MARKER: '.ok',
  }).connectors
  rmSync(folder, { recursive: true })
  expect(sftp).toMatchObject({
    folder: { host: '::1', port: 2222, user: 'mos aic', base: '/out/b ss', hostKeys: [key, key], privateKey: 'our key' },
    rules: { format: 'xml', marker: '.ok' },
  })
  expect(loadConfig({ BSS_SFTP_URL: 'sftp://mosaic@bss.example' }).connectors.sftp?.folder).toMatchObject({
    port: 22,
    base: '/',
    hostKeys: [],
  })
})

test.each([
  ['BSS_SFTP_URL', 'sftp://mosaic:hunter2@bss.example/'],
  ['BSS_SFTP_URL', 'https://bss.example/'],
  ['BSS_SFTP_HOST_KEY', 'MD5:16:27:ac:a5'],
  ['BSS_FILE_FORMAT', 'csv'],
  ['BSS_FILE_SETTLE_MS', '10'],
  ['BSS_FILE_MARKER', '../done'],
  ['BSS_SFTP_MAX_BYTES', '1e9'],
])('%s cannot be %s', (name, value) => {
  const load = () => loadConfig({ [name]: value })
  expect(load).toThrow(new RegExp(`${name}: expected`))
  expect(load).not.toThrow(/hunter2/)
})
