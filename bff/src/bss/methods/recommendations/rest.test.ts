import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const recommendations = useRestSource('recommendations')
const item = (id: string, changes: object = {}) => ({ product: {}, productOffering: { id }, ...changes })
const task = (recommendationItem: unknown, state: string | undefined = 'done') => ({ id: 'Q', state, recommendationItem })
const because = (value: unknown) => ({ productCharacteristic: [{ name: 'Reason', value }] })

test('best first, whatever order they come in; without a rank last', async () => {
  const items = [
    item('C'),
    item('B', { priority: '2' }),
    item('A', { priority: 1, product: because('travels') }),
    { product: { productOffering: { id: 'D' } } },
  ]
  expect(await recommendations.read(task(items))).toEqual([
    { offeringId: 'A', reason: 'travels' },
    { offeringId: 'B' },
    { offeringId: 'C' },
    { offeringId: 'D' },
  ])
})

test('the same offering twice is one', async () =>
  expect(await recommendations.read(task([item('A', { priority: 2 }), item('A', { priority: 1 })]))).toEqual([{ offeringId: 'A' }]))

test('nothing to recommend is an answer', async () => expect(await recommendations.read(task([]))).toEqual([]))

test('a task that carries recommendations is done', async () =>
  expect(await recommendations.read({ id: 'Q', recommendationItem: [item('A')] })).toEqual([{ offeringId: 'A' }]))

test('one that names no offering does not cost the others', async () =>
  expect(await recommendations.read(task([item('A'), { product: {} }]))).toHaveLength(1))

const list = 'queryProductRecommendation.recommendationItem'
test.each<[string, unknown, string]>([
  ['no offering anywhere', task([{ product: {} }]), `${list}[0].product.productOffering.id`],
  ['no list', task('none'), list],
  ['a task that failed', task([], 'terminatedWithError'), 'queryProductRecommendation.state'],
  ['a task without an id', { state: 'accepted' }, 'queryProductRecommendation.id'],
])('%s is a bad answer, and its place is named', (_, body, place) => expect(recommendations.read(body)).rejects.toMatchObject(badAt(place)))

test('a task that is accepted is asked for until it is done', async () => {
  recommendations.backEnd.answer = (response, path) =>
    sendJson(response, path.endsWith('/Q') && recommendations.backEnd.calls > 2 ? task([item('A')]) : { id: 'Q', state: 'Accepted' }, 201)
  expect(await recommendations.ask()).toHaveLength(1)
  expect(recommendations.backEnd.calls).toBe(3)
})

test('whatever a finished task holds is recommendations or a bad answer', () =>
  recommendations.expectNothingElse(
    jsonLike([item('A', { priority: 1, product: because('travels') }), item('B')]).map((items) => task(items)),
  ))
