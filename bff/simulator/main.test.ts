import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { mkdtemp, rm, writeFile, mkdir, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { startSimulator } from './start.ts'

describe('the program', () => {
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'simulator-'))
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))

  const run = (env: Record<string, string>) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env: { ...process.env, DATA_DIR: dataDir, ...env } })
    const output = { out: '', error: '' }
    child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output.error += chunk.toString()))
    return { child, output }
  }

  test('starts, says where it is, keeps its key in the data folder and ends at a signal', async () => {
    const { child, output } = run({ SIMULATOR_PORT: '0' })
    await expect.poll(() => output.out, { timeout: 30_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/_simulator/)
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.out)?.[0] ?? ''
    const overview = (await (await fetch(`${url}/_simulator`)).json()) as { customers: number; faults: object }
    expect(overview.customers).toBeGreaterThanOrEqual(200)
    expect(overview.faults).toHaveProperty('latency')
    expect((await stat(join(dataDir, 'simulator/signing-key.json'))).mode & 0o777).toBe(0o600)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('tells in one line that its port is taken, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { child, output } = run({ SIMULATOR_PORT: String(port) })
    expect(await once(child, 'exit')).toEqual([1, null])
    other.close()
    expect(output.error.trim().split('\n')).toHaveLength(1)
    expect(output.error).toContain(`PORT_IN_USE The simulator cannot start: expected port ${port}`)
    expect(output.error).toContain('set SIMULATOR_PORT to another port')
  })

  test('tells in one line that a variable is wrong', async () => {
    const { child, output } = run({ SIMULATOR_PORT: 'four' })
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(output.error.trim()).toBe(
      'CONFIG_INVALID SIMULATOR_PORT is not valid: expected a port number from 0 to 65535, got "four". Set it to a free port, or unset it for 4010',
    )
  })
})

test('the environment is read with defaults, and refused with the name of the variable', () => {
  const camara = { clientId: 'mosaic-bff', clientSecret: 'demo-network' }
  const sms = { user: 'mosaic', password: 'demo-sms', token: 'demo-sms-token', reportSecret: 'demo-sms-reports' }
  expect(readConfig({})).toEqual({
    port: 4010,
    smppPort: 4011,
    dataDir: './data',
    soap: { username: 'mosaic', password: 'demo-billing' },
    sms,
    camara,
  })
  const env = { SIMULATOR_PORT: ' 5000 ', DATA_DIR: '/srv/data', SIMULATOR_SOAP_USERNAME: 'crm', SIMULATOR_SOAP_PASSWORD: 'another' }
  expect(readConfig(env)).toEqual({
    port: 5000,
    smppPort: 0,
    dataDir: '/srv/data',
    soap: { username: 'crm', password: 'another' },
    sms,
    camara,
  })
  const smsEnv = { SIMULATOR_SMPP_PORT: '2775', SIMULATOR_SMS_USER: 'crm', SIMULATOR_SMS_PASSWORD: 'another', SIMULATOR_SMS_TOKEN: 'third' }
  expect(readConfig(smsEnv)).toMatchObject({ smppPort: 2775, sms: { ...sms, user: 'crm', password: 'another', token: 'third' } })
  const line = { SIMULATOR_CARE_URL: 'http://127.0.0.1:4000/', CARE_WEBHOOK_SECRET: 'both know it' }
  expect(readConfig(line)).toMatchObject({ telephone: { url: 'http://127.0.0.1:4000', secret: 'both know it' } })
  expect(() => readConfig({ ...line, SIMULATOR_CARE_URL: 'over there' })).toThrow('SIMULATOR_CARE_URL')
  expect(() => readConfig({ ...line, CARE_WEBHOOK_SECRET: '' })).toThrow('CARE_WEBHOOK_SECRET')
  expect(() => readConfig({ ...line, CARE_WEBHOOK_SECRET_FILE: '/nowhere/at/all' })).toThrow('CARE_WEBHOOK_SECRET_FILE')
  for (const SIMULATOR_PORT of ['-1', '65536', '4.5', '1e3']) expect(() => readConfig({ SIMULATOR_PORT })).toThrow('SIMULATOR_PORT')
  expect(() => readConfig({ SIMULATOR_SMPP_PORT: '65536' })).toThrow('SIMULATOR_SMPP_PORT')
  expect(readConfig({ SIMULATOR_CUSTOMERS: '100000' })).toMatchObject({ customers: 100_000 })
  for (const SIMULATOR_CUSTOMERS of ['100001', 'many']) expect(() => readConfig({ SIMULATOR_CUSTOMERS })).toThrow('SIMULATOR_CUSTOMERS')
})

test('of many customers each can be asked about and signed in, and lists stay as they are', async () => {
  const usual = await startSimulator({ port: 0 })
  const large = await startSimulator({ port: 0, customers: 5_000 })
  try {
    const ask = async (query: string) => fetch(`${large.url}/tmf-api${query}`)
    const customer = (await (await ask('/customerManagement/v4/customer/C-4999')).json()) as { id: string }
    expect(customer.id).toBe('C-4999')
    const lines = (await (await ask('/productInventory/v4/product?relatedParty.id=C-4999')).json()) as { id: string }[]
    expect(lines[0]?.id).toBe('L-4999-1')
    expect((await ask('/customerManagement/v4/customer/C-5001')).status).toBe(404)
    const all = await ask('/customerManagement/v4/customer?limit=1')
    expect(Number(all.headers.get('x-total-count'))).toBe(usual.size)
    expect(large.size).toBe(5_000)
    expect(await large.issueToken('C-4999')).toMatch(/^ey/)
    await expect(large.issueToken('C-5001')).rejects.toThrow('C-5001')
  } finally {
    await Promise.all([usual.close(), large.close()])
  }
})

test('a damaged signing key is refused with the file to delete, and leaves no port open', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'simulator-'))
  try {
    await mkdir(join(dataDir, 'simulator'))
    const file = join(dataDir, 'simulator/signing-key.json')
    for (const content of ['', '{}', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}']) {
      await writeFile(file, content)
      await expect(startSimulator({ port: 0, dataDir })).rejects.toMatchObject({
        code: 'SIGNING_KEY_UNREADABLE',
        message: expect.stringContaining(file),
      })
      expect(await readFile(file, 'utf8')).toBe(content)
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
