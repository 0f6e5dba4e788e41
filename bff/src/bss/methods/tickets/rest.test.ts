import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const tickets = useRestSource('tickets')
const ticket = {
  id: 'TT-1',
  name: 'Internet lento',
  status: 'InProgress ',
  creationDate: '2026-11-20T08:00:00Z',
  expectedResolutionDate: '2026-11-24 T17:00',
  relatedEntity: [
    { id: 'X-1', '@referredType': 'Service' },
    { id: 'L-1', '@referredType': 'Product' },
  ],
}

test('what was reported, when, and until when it should be solved', async () => {
  expect(await tickets.read([ticket])).toEqual([
    {
      id: 'TT-1',
      title: 'Internet lento',
      status: 'open',
      openedOn: '2026-11-20T08:00:00.000Z',
      expectedOn: '2026-11-24T17:00:00.000Z',
      lineId: 'L-1',
    },
  ])
})

test.each([
  ['acknowledged', 'open'],
  ['held', 'open'],
  [undefined, 'open'],
  ['Pending', 'waiting'],
  ['resolved', 'solved'],
  ['CLOSED', 'solved'],
])('%s is %s', async (status, expected) => {
  expect(await tickets.read([{ ...ticket, status }])).toMatchObject([{ status: expected }])
})

test('newest first; those nothing came of are left out; one without a name is called by its id', async () => {
  const newer = { id: 'TT-2', creationDate: '2026-11-21T08:00:00Z' }
  const read = await tickets.read([ticket, { ...ticket, id: 'TT-3', status: 'cancelled' }, newer])
  expect(read.map(({ title }) => title)).toEqual(['TT-2', 'Internet lento'])
})

test.each<[string, unknown, string]>([
  ['no date', [{ ...ticket, creationDate: 'yesterday' }], 'troubleTicket[0].creationDate'],
  ['no id', [{ ...ticket, id: undefined }], 'troubleTicket[0].id'],
  ['no list', 'none', 'troubleTicket'],
])('%s is a bad answer, and its place is named', (_, body, place) => expect(tickets.read(body)).rejects.toMatchObject(badAt(place)))

test('whatever comes is tickets or a bad answer', () => tickets.expectNothingElse(jsonLike([ticket])))
