import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

/* There is no TMF656 file among the specifications: what of it this simulator speaks is written down here, and nothing beyond it is let through. */

const closed = { additionalProperties: false }
const dateTime = Type.String({ format: 'date-time' })
const ServiceProblem = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    href: Type.String({ format: 'uri' }),
    category: Type.Enum(['serviceOutage', 'plannedMaintenance']),
    status: Type.Enum(['active', 'resolved']),
    description: Type.String(),
    timeRaised: dateTime,
    resolutionDate: Type.Optional(dateTime),
    affectedService: Type.Array(
      Type.Object(
        { id: Type.String({ minLength: 1 }), href: Type.String({ format: 'uri' }), '@referredType': Type.Literal('Service') },
        closed,
      ),
      { minItems: 1 },
    ),
    extensionInfo: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }, closed)),
    '@type': Type.Literal('ServiceProblem'),
  },
  closed,
)

describe('faults of the network', () => {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, now: () => new Date('2026-05-01T10:00:00Z') })
  })
  beforeEach(() => simulator.reset())
  afterAll(() => simulator.close())

  const ask = async (search: string) => (await (await fetch(`${simulator.url}${paths.serviceProblem}${search}`)).json()) as Problem[]
  const of = (line: string) => ask(`?affectedService.id=${line}`)
  const control = (method: string, body?: unknown) =>
    fetch(`${simulator.url}/_simulator/outages`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  type Problem = { id: string; href: string; category: string; status: string; affectedService: { id: string }[] }

  test('keep to their contract, in the list and one by one', async () => {
    const all = await ask('?limit=100')
    expect(all.length).toBeGreaterThan(3)
    for (const problem of all) {
      expect([...Value.Errors(ServiceProblem, problem)]).toEqual([])
      expect(await (await fetch(problem.href)).json()).toEqual(problem)
    }
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['active', 'resolved']))
    expect(new Set(all.map(({ category }) => category))).toEqual(new Set(['serviceOutage', 'plannedMaintenance']))
  })

  test('concern the lines they concern', async () => {
    expect(await of('L-0011-1')).toMatchObject([{ category: 'serviceOutage', status: 'active', affectedService: [{ id: 'L-0011-1' }] }])
    expect(await of('L-0007-1')).toMatchObject([{ category: 'plannedMaintenance', status: 'active' }])
    expect(await of('L-0016-1')).toMatchObject([{ status: 'resolved' }])
    expect(await of('L-0013-1')).toEqual([])
    expect(await of('L-9999-1')).toEqual([])
  })

  test('can be announced for a town, until the next reset', async () => {
    const towns = new Map(simulator.customers.map(({ city, lines }) => [city, lines[0]?.id ?? '']))
    const [[here, hereLine], [, elsewhereLine]] = [...towns] as [[string, string], [string, string]]
    const [before, beforeElsewhere] = [await of(hereLine), await of(elsewhereLine)]
    expect((await control('PUT', { area: here, planned: true, from: '2026-05-02T00:00:00Z', until: '2026-05-02T04:00:00Z' })).status).toBe(
      200,
    )
    expect(await of(hereLine)).toHaveLength(before.length + 1)
    const made = (await of(hereLine)).find(({ id }) => id === 'SP-A1')
    expect(made).toMatchObject({ id: 'SP-A1', category: 'plannedMaintenance', timeRaised: '2026-05-02T00:00:00.000Z' })
    expect([...Value.Errors(ServiceProblem, made)]).toEqual([])
    expect(await of(elsewhereLine)).toEqual(beforeElsewhere)
    expect(await (await control('GET')).json()).toHaveLength(1)

    expect((await control('DELETE')).status).toBe(204)
    expect(await of(hereLine)).toEqual(before)
    await control('PUT', {})
    expect(await of(elsewhereLine)).toHaveLength(beforeElsewhere.length + 1)
    simulator.reset()
    expect(await of(elsewhereLine)).toEqual(beforeElsewhere)
  })

  test('announced as nobody can is refused', async () => {
    for (const body of [{ area: '' }, { planned: 'yes' }, { until: 'soon' }, { colour: 'red' }, []]) {
      expect((await control('PUT', body)).status).toBe(400)
    }
    expect(await (await control('GET')).json()).toEqual([])
  })

  test('are asked for with the attributes of the contract only', async () => {
    for (const search of ['?colour=red', '?fields=colour', '?limit=many']) {
      expect((await fetch(`${simulator.url}${paths.serviceProblem}${search}`)).status).toBe(400)
    }
    expect((await fetch(`${simulator.url}${paths.serviceProblem}/SP-0013`)).status).toBe(404)
  })
})
