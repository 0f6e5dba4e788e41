import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/start.ts'
import { createConnectors, type Connectors } from '../bss/connectors/index.ts'
import { loadConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { createBackEnd } from './back-end.ts'
import type { Directory } from './contract.ts'
import { createDirectory } from './directory.ts'

describe('the operator’s customers', () => {
  let simulator: Simulator
  let connectors: Connectors
  let directory: Directory
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    connectors = await createConnectors(loadConfig({ BSS_URL: simulator.url }).connectors)
    directory = createDirectory(createBackEnd({ rest: connectors.rest, log: createLog('silent') }))
  })
  afterAll(async () => {
    await connectors.rest.close()
    await simulator.close()
  })
  beforeEach(() => simulator.reset())
  const found = async (text: string, brand = 'aurora') => (await directory.search(brand, text)).map(({ customerId }) => customerId)
  const customer = (id: string) => simulator.customers.find((candidate) => candidate.id === id)
  const numberOf = (id: string, position = 0) => customer(id)?.lines[position]?.msisdn ?? ''

  test('a number is found however it is written, and of any of the lines', async () => {
    const last = numberOf('C-0005', 5)
    for (const text of [
      last,
      last.slice(1),
      last.slice(3),
      `00${last.slice(1)}`,
      `${last.slice(3, 6)} ${last.slice(6, 9)}-${last.slice(9)}`,
    ]) {
      expect(await found(text)).toEqual(['C-0005'])
    }
    expect((await directory.byNumber('aurora', last))?.customerId).toBe('C-0005')
    expect(await directory.byNumber('aurora', '+393330000000')).toBeUndefined()
  })

  test('a name is found by a part of it, in any order, whatever the accents', async () => {
    expect(await found('ferrari marc')).toContain('C-0001')
    expect(await found('màrco ferràri')).toContain('C-0001')
    expect(await found('idraulica moretti')).toEqual(['C-0005'])
    const many = await directory.search('aurora', 'ross')
    expect(many.length).toBeGreaterThan(5)
    expect(many.length).toBeLessThanOrEqual(20)
    expect(many.every(({ name }) => /ross/i.test(name))).toBe(true)
    expect(await found('nessuno si chiama così')).toEqual([])
  })

  test('is told whole: who, where, in which language, with which lines and whether he may be texted', async () => {
    expect(await directory.person('aurora', 'C-0001')).toEqual({
      customerId: 'C-0001',
      partyId: 'P-0001',
      partyType: 'individual',
      name: 'Marco Ferrari',
      locale: 'it',
      city: customer('C-0001')?.city,
      lines: customer('C-0001')?.lines.map(({ id, msisdn, kind }) => ({ id, msisdn, kind, status: 'active' })),
      mayBeTexted: true,
    })
    const company = await directory.person('aurora', 'C-0005')
    expect(company).toMatchObject({ partyType: 'organization', locale: 'it' })
    expect(company?.lines.map(({ id }) => id)).toEqual(customer('C-0005')?.lines.map(({ id }) => id))
    expect((await directory.person('aurora', 'C-0019'))?.locale).toBe('en')
    expect((await directory.person('aurora', 'C-0002'))?.mayBeTexted).toBe(false)
    expect((await directory.person('aurora', 'C-0004'))?.mayBeTexted).toBeUndefined()
  })

  test('people of another brand do not exist, whatever they are searched by', async () => {
    for (const text of ['C-0001', numberOf('C-0001'), 'marco ferrari']) expect(await found(text, 'borealis')).toEqual([])
    expect(await directory.person('borealis', 'C-0001')).toBeUndefined()
    expect(await directory.byNumber('borealis', numberOf('C-0001'))).toBeUndefined()
  })

  test.each(['C-9999', '../product/L-0001-1', 'C-0001/../C-0002', 'C-0001,C-0002', 'C-0001?fields=id', 'C-0001%2F', '', 'C 0001\r\nx: y'])(
    'the code %j leads to nobody',
    async (code) => expect(await directory.person('aurora', code)).toBeUndefined(),
  )

  test.each(['.*ari', '(a+)+$', 'ferrari|rossi', '[a-z][a-z]', 'a{100}'])('the pattern "%s" is only a text', async (text) => {
    expect(await found(text)).toEqual([])
  })

  test('a hiccup is asked again, and an outage is told as one', async () => {
    simulator.faults.set('customer', { kind: 'error', status: 503, times: 1 })
    expect(await found('C-0001')).toEqual(['C-0001'])
    simulator.faults.set('customer', { kind: 'error', status: 503 })
    await expect(directory.person('aurora', 'C-0001')).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE', httpStatus: 503 })
    simulator.faults.clear()
    simulator.faults.set('customer', { kind: 'wrongTypes' })
    const outcome = await directory.person('aurora', 'C-0001').catch((error: { code: string }) => error.code)
    expect([undefined, 'BACKEND_UNAVAILABLE']).toContain(outcome)
  })
})
