import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const eligibility = useRestSource('eligibility')
const item = (id: string, qualificationItemResult: unknown, changes: object = {}) => ({
  id: '1',
  productOffering: { id },
  qualificationItemResult,
  ...changes,
})
const because = (code: unknown) => ({ eligibilityUnavailabilityReason: [{ code, label: 'Già compresa' }] })
const task = (productOfferingQualificationItem: unknown, state: string | undefined = 'done') => ({
  id: 'Q',
  state,
  productOfferingQualificationItem,
})

test('what a line can have, and why not the rest, however it is written', async () => {
  const items = [
    item('A', 'qualified'),
    item('B', 'Unqualified', because('includedInPlan')),
    item('C', 'NOT_ELIGIBLE'),
    item('D', 'alternate', because('dataOnly')),
    item('E', undefined, because('lineTooNew')),
    { product: { productOffering: { id: 'F' } }, qualificationItemResult: 'eligible' },
  ]
  expect(await eligibility.read(task(items))).toEqual([
    { offeringId: 'A', isEligible: true },
    { offeringId: 'B', isEligible: false, reason: 'includedInPlan' },
    { offeringId: 'C', isEligible: false },
    { offeringId: 'D', isEligible: false, reason: 'dataOnly' },
    { offeringId: 'E', isEligible: false, reason: 'lineTooNew' },
    { offeringId: 'F', isEligible: true },
  ])
})

test('of what is not said, or in words nobody knows, nothing is known', async () =>
  expect(await eligibility.read(task([item('A', undefined), item('B', 'perhaps'), item('C', 'qualified')]))).toEqual([
    { offeringId: 'C', isEligible: true },
  ]))

test('the same offering twice is told once, as the first says', async () =>
  expect(await eligibility.read(task([item('A', 'unqualified'), item('A', 'qualified')]))).toEqual([
    { offeringId: 'A', isEligible: false },
  ]))

test('nothing that could be had is an answer', async () => expect(await eligibility.read(task([]))).toEqual([]))

test('one that names no offering does not cost the others', async () =>
  expect(await eligibility.read(task([item('A', 'qualified'), { qualificationItemResult: 'qualified' }]))).toHaveLength(1))

const list = 'productOfferingQualification.productOfferingQualificationItem'
test.each<[string, unknown, string]>([
  ['no offering anywhere', task([{ qualificationItemResult: 'qualified' }]), `${list}[0].product.productOffering.id`],
  ['no list', task('none'), list],
  ['a task that failed', task([], 'terminatedWithError'), 'productOfferingQualification.state'],
  ['a task without an id', { state: 'acknowledged' }, 'productOfferingQualification.id'],
])('%s is a bad answer, and its place is named', (_, body, place) => expect(eligibility.read(body)).rejects.toMatchObject(badAt(place)))

test('a task that is acknowledged is asked for until it is done', async () => {
  eligibility.backEnd.answer = (response, path) =>
    sendJson(
      response,
      path.endsWith('/Q') && eligibility.backEnd.calls > 2 ? task([item('A', 'qualified')]) : { id: 'Q', state: 'acknowledged' },
      201,
    )
  expect(await eligibility.ask()).toHaveLength(1)
  expect(eligibility.backEnd.calls).toBe(3)
})

test('whatever a finished task holds is what can be had or a bad answer', () =>
  eligibility.expectNothingElse(
    jsonLike([item('A', 'unqualified', because('dataOnly')), item('B', 'qualified')]).map((items) => task(items)),
  ))
