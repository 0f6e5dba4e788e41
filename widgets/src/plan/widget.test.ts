import type { Plan } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget as shown } from '../testing/inspect.ts'
import type { PlanPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')?.fixture as Fixture
const plan: Plan = { id: 'L-1', name: 'Aurora 150', status: 'active', allowances: [] }
const compose = (changes: Partial<Plan>, fields: object = {}) =>
  composeFixture({ ...ready, content: { ...ready.content, fields: fields as never }, data: { plan: { ...plan, ...changes } } })
const payloadOf = (changes: Partial<Plan>, fields?: object) => shown(compose(changes, fields))['plan'] as PlanPayload

test('data stands first, whatever the operator tells first; and what is unlimited has no figure', () => {
  const { allowances } = payloadOf({ allowances: [{ type: 'sms', amount: 10_000 }, { type: 'voice' }, { type: 'data', amount: 150_000 }] })
  expect(allowances.map(({ type, amountText }) => `${type} ${amountText}`)).toEqual(['data 150 GB', 'voice illimitati', 'sms 10.000'])
  expect(allowances.map(({ isUnlimited }) => isUnlimited)).toEqual([false, true, false])
})

test('a renewal that is past, or of a suspended line, is not promised', () => {
  expect(payloadOf({ renewsOn: '2026-11-22T10:00:00.000Z' }).renewalText).toBe('Si rinnova il 22 novembre')
  expect(payloadOf({ renewsOn: '2026-11-22T09:59:59.999Z' }).renewalText).toBeUndefined()
  expect(payloadOf({ renewsOn: '2026-12-08T10:00:00Z', status: 'suspended' }).renewalText).toBeUndefined()
})

test('the price is not told where editors do not want it', () => {
  const price = { minor: 999, currency: 'EUR' }
  expect(payloadOf({ price }).price?.amount).toBe('9.99')
  expect(payloadOf({ price }, { showPrice: false })).not.toHaveProperty('price')
})

test('a plan that has ended, or without a name, is none', () => {
  expect(compose({ status: 'terminated' })).toMatchObject({ reason: 'LINE_TERMINATED' })
  expect(compose({ name: ' ' })).toMatchObject({ reason: 'NO_PLAN' })
})
