import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const outages = useRestSource('outages')
const problem = {
  id: 'SP-1',
  category: 'serviceOutage',
  status: 'active',
  timeRaised: '2026-11-22T06:00:00Z',
  extensionInfo: [
    { name: 'expectedResolutionDate', value: '2026-11-22 T18:30' },
    { name: 'Services', value: 'Internet, voice; pigeons' },
  ],
}

test('what does not work, since when and until when', async () => {
  expect(await outages.read([problem])).toEqual([
    {
      id: 'SP-1',
      isPlanned: false,
      services: ['data', 'voice'],
      startsOn: '2026-11-22T06:00:00.000Z',
      expectedEnd: '2026-11-22T18:30:00.000Z',
    },
  ])
})

test.each(['plannedMaintenance', 'Planned Outage', 'maintenance'])('%s is planned', async (category) => {
  expect(await outages.read([{ ...problem, category }])).toMatchObject([{ isPlanned: true }])
})

test('one that is over says when, also when only its state does', async () => {
  const resolutionDate = '2026-11-22T09:00:00Z'
  expect(await outages.read([{ ...problem, resolutionDate }])).toMatchObject([{ resolvedOn: '2026-11-22T09:00:00.000Z' }])
  expect(await outages.read([{ ...problem, status: 'Resolved ' }])).toMatchObject([{ resolvedOn: '2026-11-22T06:00:00.000Z' }])
})

test('newest first; one that was cancelled never was one', async () => {
  const older = { ...problem, id: 'SP-0', timeRaised: '2026-11-20T06:00:00Z' }
  const read = await outages.read([older, problem, { ...problem, id: 'SP-2', status: 'cancelled' }])
  expect(read.map(({ id }) => id)).toEqual(['SP-1', 'SP-0'])
})

test('nobody has trouble', async () => expect(await outages.read([])).toEqual([]))

test.each<[string, unknown, string]>([
  ['no beginning', [{ ...problem, timeRaised: 'soon' }], 'serviceProblem[0].timeRaised'],
  ['no id', [{ ...problem, id: undefined }], 'serviceProblem[0].id'],
  ['no list', 'none', 'serviceProblem'],
])('%s is a bad answer, and its place is named', (_, body, place) => expect(outages.read(body)).rejects.toMatchObject(badAt(place)))

test('whatever comes is outages or a bad answer', () => outages.expectNothingElse(jsonLike([problem])))
