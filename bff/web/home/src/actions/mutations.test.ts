import { describe, expect, it } from 'vitest'
import { topUpVariables } from './mutations.ts'

describe('topUpVariables', () => {
  it('makes the variables of the document: an integer amount, the key, and the widgets to send back', () => {
    const variables = [
      { name: 'lineId', value: 'L-0001-1' },
      { name: 'amount', value: '1000' },
    ]
    expect(topUpVariables({ variables, refreshes: ['credit'] }, 'key-1')).toEqual({
      lineId: 'L-0001-1',
      amount: 1000,
      idempotencyKey: 'key-1',
      ids: ['credit'],
    })
  })
})
