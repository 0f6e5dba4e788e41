import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chargesOf } from '../population/charges-of.ts'
import { createPopulation } from '../population/population.ts'
import { usageEventsOf } from '../population/usage-events-of.ts'
import { startSimulator, type Simulator } from '../start.ts'
import { createContract, hasContracts } from '../testing/contract.ts'
import { paths } from './paths.ts'

const now = new Date('2026-11-22T10:20:00Z')
const { customers, customerById } = createPopulation(1, now)
const dayMs = 86_400_000

describe('what a line did', () => {
  const everybody = customers.flatMap((customer) => customer.lines.map((line) => ({ customer, line })))
  const all = everybody.map(({ customer, line }) => ({ customer, line, events: usageEventsOf(customer, line, 1, now) }))

  test('is newest first, not of the future, nor of a bill that is out', () => {
    for (const { customer, line, events } of all) {
      const times = events.map(({ at }) => at.getTime())
      expect(times).toEqual(times.toSorted((one, other) => other - one))
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(now.getTime())
      const since = line.payment === 'prepaid' ? undefined : customer.account?.bills[0]?.issuedOn
      if (since) expect(Math.min(...times, now.getTime())).toBeGreaterThanOrEqual(since.getTime())
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
      if (line.kind === 'data') expect(events.filter(({ type, isIncluded }) => isIncluded && type !== 'data')).toEqual([])
    }
  })

  test('costs what the charges of usage say, to the cent', () => {
    const today = new Date('2026-11-22T00:00:00Z')
    const isPast = ({ at }: { at: Date }) => at <= now
    for (const { customer, line, events } of all.filter(({ line: { payment } }) => payment !== 'prepaid')) {
      const charged = chargesOf(customer, 1, today).filter(({ lineId, type }) => lineId === line.id && type === 'usage')
      const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
      expect(sum(events.map(({ costCents }) => costCents))).toBe(sum(charged.filter(isPast).map(({ amountCents }) => amountCents)))
    }
    expect(usageEventsOf(customerById.get('C-0001')!, customerById.get('C-0001')!.lines[0]!, 1, now)).toContainEqual(
      expect.objectContaining({ name: 'Roaming fuori UE', costCents: 640 }),
    )
  })

  test('stays as it was: a day later there is only more of it', () => {
    const customer = customerById.get('C-0014')!
    const line = customer.lines[0]!
    const later = usageEventsOf(customer, line, 1, new Date(now.getTime() + dayMs))
    const known = new Set(later.map(({ at, amount }) => `${at.toISOString()} ${amount}`))
    const before = usageEventsOf(customer, line, 1, now).filter(({ at }) => now.getTime() - at.getTime() < 20 * dayMs)
    expect(before.length).toBeGreaterThan(10)
    expect(before.filter(({ at, amount }) => !known.has(`${at.toISOString()} ${amount}`))).toEqual([])
  })
})

describe('over TMF635', () => {
  let simulator: Simulator
  beforeAll(async () => void (simulator = await startSimulator({ port: 0, now: () => now })))
  afterAll(() => simulator.close())

  type Usage = { id: string; href: string; status: string; ratedProductUsage: { taxIncludedRatingAmount?: object }[] }
  const eventsOf = async (lineId: string) => {
    const query = `ratedProductUsage.isBilled=false&ratedProductUsage.productRef.id=${lineId}&sort=-usageDate&limit=50`
    return (await (await fetch(`${simulator.url}${paths.usageRecord}?${query}`)).json()) as Usage[]
  }

  test('what is not rated yet has no cost, and by and by is', async () => {
    const events = await eventsOf('L-0014-1')
    const [newest] = events
    expect(newest).toMatchObject({ status: 'guided' })
    expect(newest?.ratedProductUsage[0]).not.toHaveProperty('taxIncludedRatingAmount')
    expect(events.at(-1)).toMatchObject({ status: 'rated', ratedProductUsage: [{ taxIncludedRatingAmount: { value: 0 } }] })
    expect(await (await fetch(newest?.href ?? '')).json()).toEqual(newest)
  })

  test('whoever asks for months gets months alone', async () => {
    const answer = await fetch(`${simulator.url}${paths.usageRecord}?usageType=summary&ratedProductUsage.productRef.id=L-0014-1`)
    expect(((await answer.json()) as Usage[]).every(({ id }) => id.startsWith('US-'))).toBe(true)
  })

  test.skipIf(!hasContracts)('every event keeps to the contract', async () => {
    const contract = createContract('TMF635')
    const lines = customers.slice(0, 80).flatMap((customer) => customer.lines)
    let seen = 0
    for (const { id } of lines) {
      for (const event of await eventsOf(id)) {
        expect(contract.problems('Usage', event)).toEqual([])
        seen++
      }
    }
    expect(seen).toBeGreaterThan(500)
  })
})
