import { describe, expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

describe('paymentDue: nobody pays what he need not', () => {
  const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
  const [bill] = ready.data.bills ?? []
  const composed = (data: typeof ready.data) => composeFixture({ ...ready, data: { ...ready.data, ...data } })
  const payment = { id: 'PAY-1', amount: { minor: 2_490, currency: 'EUR' }, at: '2026-11-22T09:58:00Z', billId: bill?.id ?? '' }

  test('a payment under way takes the button away, one of another bill does not', () => {
    expect(composed({ payments: [{ ...payment, status: 'pending' }] })).toMatchObject({ actions: [], paymentDue: { stage: 'paying' } })
    const other = { ...payment, billId: 'another', status: 'pending' as const }
    expect(composed({ payments: [other] })).toMatchObject({ actions: [{ operationId: 'payBill' }], paymentDue: { stage: 'dueSoon' } })
  })

  test('what is paid is what is left, with a method that works; an amount in another currency is not paid from here', () => {
    const left = { ...bill!, remaining: { minor: 990, currency: 'EUR' } }
    expect(composed({ bills: [left] })).toMatchObject({
      actions: [{ variables: [{ value: left.id }, { name: 'amount', value: '990' }, { name: 'paymentMethodId', value: 'PM-1' }] }],
    })
    expect(composed({ bills: [{ ...left, remaining: { minor: 990, currency: 'CHF' } }] })).toMatchObject({ actions: [] })
  })
})
