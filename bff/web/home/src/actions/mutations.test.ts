import { describe, expect, it } from 'vitest'
import type { ActionView } from '@mosaic/widgets'
import { isAsked, isMutation, variablesOf } from './mutations.ts'

const action = (operationId: string, confirm?: ActionView['confirm']): ActionView => ({
  __typename: 'RunMutation',
  id: 'a',
  label: { value: 'Do it', lang: 'en' },
  operationId,
  variables: [],
  refreshes: [],
  confirm,
})
const confirm = { title: 'Sure?', acceptLabel: 'Yes', cancelLabel: 'No' }

describe('variablesOf', () => {
  it.each([
    ['topUp', { lineId: 'L-0001-1', amount: '1000' }, { lineId: 'L-0001-1', amount: 1_000 }],
    [
      'transferCredit',
      { lineId: 'L-1', receiverNumber: '+393991234567', amount: '500', fee: '50' },
      { lineId: 'L-1', receiverNumber: '+393991234567', amount: 500, fee: 50 },
    ],
    ['setAutoTopUp', { isOn: 'true', amount: '1500', period: 'monthly' }, { isOn: true, amount: 1_500, period: 'monthly' }],
    ['setAutoTopUp', { isOn: 'false' }, { isOn: false }],
    ['answerSurvey', { contentId: '7', answer: '2', comment: '500' }, { contentId: '7', answer: 2, comment: '500' }],
    ['payBill', { billId: '0012', amount: '2010', paymentMethodId: '7' }, { billId: '0012', amount: 2_010, paymentMethodId: '7' }],
  ])('%s: numbers and truths are read, ids stay texts', (operationId, given, expected) => {
    const variables = Object.entries(given).map(([name, value]) => ({ name, value }))
    expect(variablesOf({ operationId, variables })).toEqual(expected)
  })
})

describe('what this build can do', () => {
  it.each([
    'topUp',
    'transferCredit',
    'setAutoTopUp',
    'activateOption',
    'deactivateOption',
    'buyOffer',
    'payBill',
    'bookCallback',
    'dismissAlert',
    'answerSurvey',
    'replaceSim',
    'moveAppointment',
  ])('%s', (operationId) => expect(isMutation(action(operationId))).toBe(true))
  it.each(['teleport', 'constructor', ''])('not "%s"', (operationId) => expect(isMutation(action(operationId))).toBe(false))
})

describe('what is asked first', () => {
  it('whatever may cost something, also without a question of its own', () => {
    expect([isAsked(action('topUp')), isAsked(action('payBill', confirm)), isAsked(action('setAutoTopUp'))]).toEqual([true, true, true])
  })
  it('not the lightest things, unless the data wants it', () => {
    expect([isAsked(action('dismissAlert')), isAsked(action('dismissAlert', confirm))]).toEqual([false, true])
    expect(isAsked(action('answerSurvey'))).toBe(false)
  })
  it('not where a link leads', () => {
    expect(isAsked({ __typename: 'OpenLink', id: 'a', label: { value: 'More', lang: 'en' }, deepLink: 'aurora://x', webUrl: '/x' })).toBe(
      false,
    )
  })
})
