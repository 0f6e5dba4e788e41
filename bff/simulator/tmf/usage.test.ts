import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPopulation } from '../population/population.ts'
import { sharedCounterOf } from '../population/shared-of.ts'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

let simulator: Simulator
beforeAll(async () => void (simulator = await startSimulator({ port: 0, now: () => new Date('2026-11-22T10:20:00Z') })))
afterAll(() => simulator.close())

type Summary = { counterType: string; level: string; user?: { id: string }; value?: { amount: number } }
type Bucket = { name: string; usageType: string; isShared: boolean; product: { id: string }[]; bucketCounter: Summary[] }
type Consumption = { name: string; lastUpdate: string; product: { id: string }[]; bucketRefOrValue: Bucket[] }

async function consumptionsOf(lineId: string): Promise<Consumption[]> {
  const response = await fetch(`${simulator.url}${paths.usage}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ searchCriteria: { product: [{ id: lineId }] } }),
  })
  return ((await response.json()) as { usageConsumption: Consumption[] }).usageConsumption
}

describe('what a line uses abroad', () => {
  test('is told apart, and as old as the networks there make it', async () => {
    const [home, abroad] = await consumptionsOf('L-0019-1')
    expect(home?.lastUpdate).toBe('2026-11-22T10:20:00.000Z')
    expect(home?.bucketRefOrValue.map(({ usageType }) => usageType)).toEqual(['data', 'voice', 'sms'])
    expect(abroad?.bucketRefOrValue.map(({ name, usageType }) => [name, usageType])).toEqual([
      ['Giga Europa Plus', 'data-roaming'],
      ['Minuti Europa Plus', 'voice-roaming'],
    ])
    const lagMs = Date.parse('2026-11-22T10:00:00Z') - Date.parse(abroad?.lastUpdate ?? '')
    expect(lagMs).toBeGreaterThanOrEqual(2 * 3_600_000)
    expect(lagMs).toBeLessThanOrEqual(9 * 3_600_000)
  })

  test('is not there for whoever has nothing for it', async () => expect(await consumptionsOf('L-0014-1')).toHaveLength(1))
})

describe('what several lines share', () => {
  test('is one bucket, told with the part of the line that asks', async () => {
    const sharedOf = async (lineId: string) => (await consumptionsOf(lineId))[0]?.bucketRefOrValue.find(({ isShared }) => isShared)
    const [phone, tablet, prepaid] = await Promise.all(['L-0018-1', 'L-0018-2', 'L-0018-3'].map(sharedOf))
    expect(phone?.product.map(({ id }) => id)).toEqual(['L-0018-1', 'L-0018-2'])
    expect(prepaid).toBeUndefined()
    const used = (bucket: Bucket | undefined, level: string) =>
      bucket?.bucketCounter.find((summary) => summary.counterType === 'used' && summary.level === level)
    expect(used(phone, 'global')).toEqual(used(tablet, 'global'))
    const [one, other] = [used(phone, 'user'), used(tablet, 'user')]
    expect([one?.user?.id, other?.user?.id]).toEqual(['L-0018-1', 'L-0018-2'])
    expect((one?.value?.amount ?? 0) + (other?.value?.amount ?? 0)).toBe(used(phone, 'global')?.value?.amount)
  })

  test('some families and some fleets have it, never who pays in advance, and never more is used than there is', () => {
    const today = new Date('2026-11-22T00:00:00Z')
    const { customers } = createPopulation(1, today)
    const several = customers.filter(({ lines }) => lines.filter(({ payment }) => payment !== 'prepaid').length > 1)
    const found = several.flatMap((customer) => sharedCounterOf(customer, 1, today) ?? [])
    expect(found.length).toBeGreaterThan(10)
    expect(found.length).toBeLessThan(several.length)
    for (const { used, total, usedBy } of found) {
      expect(usedBy.size).toBeGreaterThan(1)
      expect(used).toBeLessThanOrEqual(total ?? 0)
      for (const lineId of usedBy.keys()) {
        const line = customers.flatMap(({ lines }) => lines).find(({ id }) => id === lineId)
        expect(line?.payment).not.toBe('prepaid')
      }
    }
  })
})
