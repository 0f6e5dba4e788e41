import { describe, expect, test } from 'vitest'
import { methodNames } from '../bss/index.ts'
import { attributes } from './catalogue.ts'
import type { FactInput, ReadResults } from './catalogue/define.ts'
import { buildFacts } from './facts.ts'
import type { AttributeType, Fact } from './types.ts'

const clock = { now: new Date('2026-11-22T22:30:00Z'), timeZone: 'Europe/Rome' }
const eur = (minor: number) => ({ minor, currency: 'EUR' })

const results: ReadResults = {
  customer: { id: 'C-0001', segment: 'consumer', status: 'active', since: '2020-01-05T00:00:00Z' },
  party: { id: 'P-0001', displayName: 'Ada', language: 'it', birthDate: '1990-11-22' },
  lines: [
    {
      id: 'L-0',
      msisdn: '+39333',
      kind: 'data',
      device: 'router',
      status: 'terminated',
      payment: 'postpaid',
      planName: 'Casa',
      planType: 'base',
      options: [],
    },
    {
      id: 'L-1',
      msisdn: '+39334',
      kind: 'voice',
      device: 'smartphone',
      status: 'active',
      payment: 'prepaid',
      planName: 'Base 10',
      planType: 'base',
      activatedOn: '2026-11-01T10:00:00Z',
      renewsOn: '2026-12-01T00:00:00Z',
      renewalPrice: eur(999),
      options: ['SPOTIFY'],
    },
  ],
  account: { due: eur(2500), overdue: eur(0), autopay: true },
  bills: [
    { id: 'B-1', number: '1', amount: eur(1000), remaining: eur(0), issuedOn: '2026-09-01T00:00:00Z', state: 'paid' },
    {
      id: 'B-2',
      number: '2',
      amount: eur(2500),
      remaining: eur(2500),
      issuedOn: '2026-11-01T00:00:00Z',
      dueOn: '2026-11-30T00:00:00Z',
      state: 'issued',
    },
  ],
  balance: { amount: eur(450), expiresOn: '2027-01-01T00:00:00Z' },
  usage: {
    counters: [
      { id: 'd1', type: 'data', name: 'Dati', used: 900, total: 1000 },
      { id: 'd2', type: 'data', name: 'Extra', used: 1200, total: 1000 },
      { id: 'v', type: 'voice', name: 'Voce', used: 10, total: 30 },
    ],
  },
  offers: [{ id: 'O-1', name: 'Più dati', recurring: true }],
  outages: [{ id: 'N-1', isPlanned: false, services: ['data'], startsOn: '2026-11-22T20:00:00Z' }],
  sim: { form: 'sim', state: 'active' },
  tickets: [
    { id: 'T-1', title: 'Lento', status: 'open', openedOn: '2026-11-20T10:00:00Z', lineId: 'L-1' },
    { id: 'T-2', title: 'Lento', status: 'waiting', openedOn: '2026-11-20T10:00:00Z', lineId: 'L-0' },
    { id: 'T-3', title: 'Fattura', status: 'waiting', openedOn: '2026-11-20T10:00:00Z' },
    { id: 'T-4', title: 'Lento', status: 'solved', openedOn: '2026-11-20T10:00:00Z', lineId: 'L-1' },
  ],
  orders: [
    { id: 'U-1', kind: 'option', action: 'add', state: 'held', placedOn: '2026-11-20T10:00:00Z', lineId: 'L-1', steps: [] },
    { id: 'U-2', kind: 'option', action: 'add', state: 'failed', placedOn: '2026-11-20T10:00:00Z', lineId: 'L-1', steps: [] },
  ],
}
const full: FactInput = {
  token: { locale: 'it', partyType: 'individual' },
  context: { formFactor: 'compact', platform: 'ios', appVersion: '5.2.0', clock },
  results,
  lineId: 'L-1',
}

describe('facts', () => {
  test('say what the token, the request and the BSS said', () => {
    expect({ ...buildFacts(full) }).toEqual({
      'customer.segment': 'consumer',
      'customer.status': 'active',
      'customer.since': '2020-01-05T00:00:00Z',
      'party.language': 'it',
      'party.age': 36,
      'party.isBirthday': true,
      'line.kind': 'voice',
      'line.device': 'smartphone',
      'line.status': 'active',
      'line.payment': 'prepaid',
      'line.planName': 'Base 10',
      'line.planType': 'base',
      'line.activatedOn': '2026-11-01T10:00:00Z',
      'line.renewsOn': '2026-12-01T00:00:00Z',
      'line.renewalPrice': 999,
      'line.options': ['SPOTIFY'],
      'lines.count': 1,
      'balance.amount': 450,
      'balance.expiresOn': '2027-01-01T00:00:00Z',
      'usage.data.remainingMb': 100,
      'usage.data.remainingPercent': 5,
      'usage.data.isUnlimited': false,
      'usage.voice.remainingMinutes': 20,
      'usage.voice.remainingPercent': 66,
      'bill.latest.state': 'issued',
      'bill.latest.issuedOn': '2026-11-01T00:00:00Z',
      'bill.latest.dueOn': '2026-11-30T00:00:00Z',
      'bill.latest.amount': 2500,
      'bill.latest.remaining': 2500,
      'account.due': 2500,
      'account.overdue': 0,
      'account.isInDebt': false,
      'account.autopay': true,
      'offers.count': 1,
      'outage.isKnown': true,
      'outage.isPlanned': false,
      'sim.state': 'active',
      'tickets.open': 2,
      'orders.pending': 1,
      'token.locale': 'it',
      'token.partyType': 'individual',
      'device.formFactor': 'compact',
      'device.platform': 'ios',
      'app.version': '5.2.0',
      'now.timeOfDay': '23:30',
      'now.dayOfWeek': 'sun',
      'now.date': '2026-11-22T22:30:00.000Z',
    })
  })

  test.each(methodNames.filter((name) => name !== 'topUp'))('of %s are not known when it did not answer, and the others are', (method) => {
    const facts = buildFacts({ ...full, results: { ...results, [method]: undefined } })
    for (const { name, source } of attributes) {
      const isOfMethod = source.from === 'bss' && source.method === method
      expect([name, facts[name] === undefined]).toEqual([name, isOfMethod])
    }
  })

  test('are known to be empty where an answer leaves them out', () => {
    const facts = buildFacts({
      token: {},
      context: { clock },
      lineId: 'L-1',
      results: {
        customer: { id: 'C', segment: 'business', status: '' },
        party: { id: 'P', displayName: 'ACME' },
        lines: [
          {
            id: 'L-1',
            msisdn: '1',
            kind: 'voice',
            device: 'smartphone',
            status: 'active',
            payment: 'prepaid',
            planName: '',
            planType: 'base',
            options: [],
          },
        ],
        balance: {},
        usage: { counters: [] },
        bills: [],
        offers: [],
      },
    })
    const empty = attributes.map(({ name }) => name).filter((name) => facts[name] === null)
    expect(empty).toEqual([
      'customer.status',
      'customer.since',
      'party.language',
      'party.age',
      'party.isBirthday',
      'line.planName',
      'line.activatedOn',
      'line.renewsOn',
      'line.renewalPrice',
      'balance.amount',
      'balance.expiresOn',
      'usage.data.remainingMb',
      'usage.data.remainingPercent',
      'usage.data.isUnlimited',
      'usage.voice.remainingMinutes',
      'usage.voice.remainingPercent',
      'bill.latest.state',
      'bill.latest.issuedOn',
      'bill.latest.dueOn',
      'bill.latest.amount',
      'bill.latest.remaining',
    ])
    expect(attributes.filter(({ name, source }) => source.from !== 'bss' && facts[name] === undefined).map(({ name }) => name)).toEqual([
      'token.locale',
      'token.partyType',
      'device.formFactor',
      'device.platform',
      'app.version',
    ])
  })

  test('of the line are empty for a customer without lines, and not known for a line that is not his', () => {
    expect(buildFacts({ ...full, results: { lines: [] }, lineId: undefined })['line.payment']).toBeNull()
    expect(buildFacts({ ...full, lineId: 'L-9' })['line.payment']).toBeUndefined()
  })

  test('of unlimited data have no number', () => {
    const facts = buildFacts({
      ...full,
      results: {
        usage: {
          counters: [
            { id: 'd', type: 'data', name: 'Dati', used: 10 },
            { id: 'e', type: 'data', name: 'Extra', used: 0, total: 5 },
          ],
        },
      },
    })
    expect([facts['usage.data.isUnlimited'], facts['usage.data.remainingMb'], facts['usage.data.remainingPercent']]).toEqual([
      true,
      null,
      null,
    ])
  })

  test('what is for use abroad is not left at home', () => {
    const abroad = { id: 'r', type: 'data', name: 'Europa', used: 0, total: 50, isRoaming: true } as const
    const home = { id: 'd', type: 'data', name: 'Dati', used: 9, total: 10 } as const
    const data = (...counters: (typeof abroad | typeof home)[]) => {
      const facts = buildFacts({ ...full, results: { usage: { counters } } })
      return [facts['usage.data.remainingMb'], facts['usage.data.remainingPercent'], facts['usage.data.isUnlimited']]
    }
    expect(data(abroad, home)).toEqual([1, 10, false])
    expect(data(abroad)).toEqual([null, null, null])
  })

  test('tell a fault from works, and works of today from others', () => {
    const outage = (isPlanned: boolean, startsOn: string, ends: { expectedEnd?: string; resolvedOn?: string } = {}) => {
      const facts = buildFacts({ ...full, results: { outages: [{ id: 'N', isPlanned, services: [], startsOn, ...ends }] } })
      return [facts['outage.isKnown'], facts['outage.isPlanned']]
    }
    // It is half past eleven in the evening of the 22nd in Rome.
    expect(outage(false, '2026-11-22T10:00:00Z')).toEqual([true, false])
    expect(outage(false, '2026-11-22T10:00:00Z', { resolvedOn: '2026-11-22T11:00:00Z' })).toEqual([false, false])
    expect(outage(true, '2026-11-22T22:45:00Z')).toEqual([false, true])
    expect(outage(true, '2026-11-22T23:00:00Z')).toEqual([false, false])
    expect(outage(true, '2026-11-20T10:00:00Z', { expectedEnd: '2026-11-21T23:00:00Z' })).toEqual([false, true])
    expect(outage(true, '2026-11-20T10:00:00Z', { expectedEnd: '2026-11-21T22:00:00Z' })).toEqual([false, false])
    expect(outage(true, '2026-11-20T10:00:00Z', { resolvedOn: '2026-11-21T22:00:00Z' })).toEqual([false, false])
    const none = buildFacts({ ...full, results: { outages: [], tickets: [], orders: [] } })
    expect([none['outage.isKnown'], none['outage.isPlanned'], none['tickets.open'], none['orders.pending']]).toEqual([false, false, 0, 0])
  })

  test('of a counter of nothing are nothing left', () => {
    const facts = buildFacts({ ...full, results: { usage: { counters: [{ id: 'd', type: 'data', name: 'Dati', used: 0, total: 0 }] } } })
    expect([facts['usage.data.remainingMb'], facts['usage.data.remainingPercent']]).toEqual([0, 0])
  })

  test.each([
    ['1990-11-23', '2026-11-22T12:00:00Z', 35, false],
    ['1990-11-23', '2026-11-22T23:00:00Z', 36, true],
    ['2000-02-29', '2026-02-28T12:00:00Z', 26, true],
    ['2000-02-29', '2028-02-28T12:00:00Z', 27, false],
    ['2000-02-29', '2028-02-29T12:00:00Z', 28, true],
    ['1990-02-30', '2026-02-28T12:00:00Z', null, null],
  ])('somebody born on %s is at %s %s years old', (birthDate, now, age, isBirthday) => {
    const facts = buildFacts({
      token: {},
      context: { clock: { now: new Date(now), timeZone: 'Europe/Rome' } },
      results: { party: { id: 'P', displayName: 'A', birthDate } },
    })
    expect([facts['party.age'], facts['party.isBirthday']]).toEqual([age, isBirthday])
  })

  test('are reached by their own names alone', () => {
    const facts = buildFacts(full)
    expect(Object.getPrototypeOf(facts)).toBeNull()
    expect(facts['constructor']).toBeUndefined()
    expect(facts['__proto__']).toBeUndefined()
  })

  test('are of the type that the catalogue says, one of the options where there are some', () => {
    const isOfType: Record<AttributeType, (fact: Fact) => boolean> = {
      string: (fact) => typeof fact === 'string',
      number: Number.isFinite,
      money: Number.isSafeInteger,
      boolean: (fact) => typeof fact === 'boolean',
      date: (fact) => !Number.isNaN(Date.parse(String(fact))),
      time: (fact) => /^\d\d:\d\d$/.test(String(fact)),
      set: Array.isArray,
    }
    const facts = buildFacts(full)
    for (const { name, type, options } of attributes) {
      expect([name, isOfType[type](facts[name])]).toEqual([name, true])
      if (options) expect(options.map(({ value }) => value)).toContain(facts[name])
    }
  })
})
