import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const stores = useRestSource('stores')
const open = (day: string, startHour: unknown, endHour: unknown, more: object = {}) => ({
  day,
  timeZone: 'Europe/Rome',
  hourPeriod: [{ startHour, endHour }],
  ...more,
})
const site = {
  id: 'ST-1',
  name: 'Aurora Torino Centro',
  status: 'active',
  place: [
    {
      streetName: 'Via Roma',
      streetNr: '12',
      postcode: '10121',
      city: 'Torino',
      geographicLocation: { latitude: '45.07', longitude: 7.68 },
    },
  ],
  calendar: [open('Saturday', '9:00', '13.00'), open('MONDAY', '09:00:00', '24:00')],
  siteCharacteristic: [
    { name: 'phone', value: '011 123456' },
    { name: 'service', value: 'Cambio SIM' },
  ],
}

test('where it is, when it is open, and what is done there', async () => {
  expect(await stores.read([site])).toEqual([
    {
      id: 'ST-1',
      name: 'Aurora Torino Centro',
      street: 'Via Roma, 12',
      postCode: '10121',
      city: 'Torino',
      location: { latitude: 45.07, longitude: 7.68 },
      phone: '011 123456',
      timeZone: 'Europe/Rome',
      hours: [
        { day: 1, opens: '09:00', closes: '24:00' },
        { day: 6, opens: '09:00', closes: '13:00' },
      ],
      services: ['Cambio SIM'],
    },
  ])
})

test.each<[string, object]>([
  ['a day nobody knows', open('someday', '09:00', '13:00')],
  ['a day that is closed', open('monday', '09:00', '13:00', { status: 'closed' })],
  ['an end before the beginning', open('monday', '13:00', '09:00')],
  ['an hour there is not', open('monday', '09:00', '25:00')],
  ['no hour', open('monday', 'nine', '13:00')],
])('%s is not told', async (_, entry) => {
  expect((await stores.read([{ ...site, calendar: [entry] }]))[0]?.hours).toEqual([])
})

test('a place or a zone that is none is not told', async () => {
  const place = { ...site.place[0], geographicLocation: { latitude: 945, longitude: 7 } }
  const [read] = await stores.read({ ...site, place, calendar: [open('monday', '9', '10', { timeZone: 'Mars/Crater' })] })
  expect(Object.keys(read ?? {})).not.toContain('location')
  expect(Object.keys(read ?? {})).not.toContain('timeZone')
})

test('by town and name; those that have closed are left out', async () => {
  const at = (id: string, city: string, name: string, more: object = {}) => ({ ...site, id, name, place: [{ city }], ...more })
  const read = await stores.read([
    at('1', 'Torino', 'B'),
    at('2', 'Torino', 'A'),
    at('3', 'Àlbenga', 'C'),
    at('4', 'Bari', 'D', { status: 'Closed ' }),
  ])
  expect(read.map(({ id }) => id)).toEqual(['3', '2', '1'])
})

test('one without a town is left out; when there is no other, its place is named', async () => {
  const nowhere = { ...site, id: 'ST-2', place: [] }
  expect(await stores.read([nowhere, site])).toHaveLength(1)
  await expect(stores.read([nowhere])).rejects.toMatchObject(badAt('geographicSite[0].place.city'))
})

test('whatever comes is shops or a bad answer', () => stores.expectNothingElse(jsonLike([site])))
