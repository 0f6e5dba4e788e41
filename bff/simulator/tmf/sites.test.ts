import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

/** TMF674 v4 GeographicSite, as much as this operator tells of it, and nothing beside. */
const strict = { additionalProperties: false }
const Hour = Type.String({ pattern: '^\\d{2}:\\d{2}$' })
const GeographicSite = Type.Object(
  {
    id: Type.String(),
    href: Type.String(),
    code: Type.String(),
    name: Type.String({ minLength: 1 }),
    description: Type.String(),
    status: Type.Literal('active'),
    place: Type.Array(
      Type.Object(
        {
          role: Type.String(),
          streetName: Type.String(),
          streetNr: Type.String(),
          postcode: Type.String({ pattern: '^\\d{5}$' }),
          city: Type.String(),
          country: Type.Literal('IT'),
          geographicLocation: Type.Object(
            { latitude: Type.String(), longitude: Type.String(), '@type': Type.Literal('GeographicPoint') },
            strict,
          ),
          '@type': Type.Literal('GeographicAddress'),
        },
        strict,
      ),
      { minItems: 1, maxItems: 1 },
    ),
    calendar: Type.Array(
      Type.Object(
        {
          day: Type.String(),
          status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
          timeZone: Type.Literal('Europe/Rome'),
          hourPeriod: Type.Array(Type.Object({ startHour: Hour, endHour: Hour }, strict)),
        },
        strict,
      ),
      { minItems: 7, maxItems: 7 },
    ),
    siteCharacteristic: Type.Array(Type.Object({ name: Type.String(), valueType: Type.Literal('string'), value: Type.String() }, strict)),
    '@type': Type.Literal('GeographicSite'),
  },
  strict,
)
type Site = { id: string; href: string; place: { city: string; geographicLocation: { latitude: string; longitude: string } }[] }

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterAll(() => simulator.close())

const get = async (url: string) => {
  const response = await fetch(url)
  return { status: response.status, json: (await response.json()) as unknown }
}

test('all shops keep to the contract, each once, all of them in Italy', async () => {
  const { json } = await get(`${simulator.url}${paths.geographicSite}?limit=100`)
  const all = json as Site[]
  expect([...Value.Errors(Type.Array(GeographicSite), all)]).toEqual([])
  expect(all.length).toBeGreaterThanOrEqual(55)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { place } of all) {
    const { latitude, longitude } = place[0]?.geographicLocation ?? { latitude: '', longitude: '' }
    expect(Number(latitude) > 35 && Number(latitude) < 48 && Number(longitude) > 6 && Number(longitude) < 19).toBe(true)
  }
  const [first] = all
  expect((await get(first?.href ?? '')).json).toEqual(first)
})

test('they are found by their town, and nothing is found by what the contract does not have', async () => {
  const inTurin = (await get(`${simulator.url}${paths.geographicSite}?place.city=Torino`)).json as Site[]
  expect(inTurin.map(({ place }) => place[0]?.city)).toEqual(['Torino', 'Torino', 'Torino'])
  expect((await get(`${simulator.url}${paths.geographicSite}?colour=red`)).status).toBe(400)
})
