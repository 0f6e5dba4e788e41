import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ActionView } from '@mosaic/widgets'
import { startSystem, type System } from '../../../../src/testing/system.ts'
import { ApiError, type RequestContext } from '../api/client.ts'
import { isMutation, runMutation } from './mutations.ts'

/* What a tile says and what the documents want must fit: each mutation goes to a real BFF, which understands it and says no for a reason of its own. */

let system: System
let context: RequestContext
beforeAll(async () => {
  system = await startSystem()
  context = { accessToken: await system.simulator.issueToken('C-0014'), locale: 'it', formFactor: 'compact' }
})
beforeEach(() => {
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => fetch(new URL(path, system.bff.url), init))
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => system.close())

const run = async (operationId: string, given: Record<string, string>, key = 'over-the-wire-1') => {
  const variables = Object.entries(given).map(([name, value]) => ({ name, value }))
  const action: ActionView = {
    __typename: 'RunMutation',
    id: 'a',
    label: { value: 'Fallo', lang: 'it' },
    operationId,
    variables,
    refreshes: ['credit'],
  }
  if (!isMutation(action)) throw new Error(`This build has no document for ${operationId}`)
  return runMutation(action, { surface: 'home', line: 'L-0014-1' }, key, context)
}

test.each([
  ['topUp', { lineId: 'L-0009-1', amount: '1000' }, 'LINE_NOT_FOUND'],
  ['transferCredit', { lineId: 'L-0009-1', receiverNumber: '+393991234567', amount: '500', fee: '50' }, 'LINE_NOT_FOUND'],
  ['setAutoTopUp', { lineId: 'L-0009-1', isOn: 'true', amount: '1500', period: 'monthly' }, 'LINE_NOT_FOUND'],
  ['setAutoTopUp', { lineId: 'L-0009-1', isOn: 'false' }, 'LINE_NOT_FOUND'],
  ['activateOption', { lineId: 'L-0009-1', offeringId: 'OPT-GIGA-20', price: '499' }, 'LINE_NOT_FOUND'],
  ['deactivateOption', { lineId: 'L-0009-1', productId: 'L-0009-1-O1' }, 'LINE_NOT_FOUND'],
  ['buyOffer', { lineId: 'L-0009-1', offeringId: 'OPT-GIGA-20' }, 'LINE_NOT_FOUND'],
  ['payBill', { billId: 'BILL-0008-2026-11', amount: '1604', paymentMethodId: 'PM-0008-2' }, 'BAD_INPUT'],
  ['bookCallback', { slotId: 'tomorrow', topic: 'Fattura' }, 'BAD_INPUT'],
  ['dismissAlert', { contentId: 'welcome' }, 'BAD_INPUT'],
  ['answerSurvey', { contentId: 'welcome', answer: '1', comment: 'Tutto chiaro' }, 'BAD_INPUT'],
  ['moveAppointment', { appointmentId: 'AP-0011-1', slotId: 'tomorrow' }, 'BAD_INPUT'],
  ['replaceSim', { lineId: 'L-0009-1', form: 'sim', reason: 'lost', price: '1000' }, 'LINE_NOT_FOUND'],
])('%s with %o is understood, and refused for a reason of its own', async (operationId, given, code) => {
  const error = await run(operationId, given).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect((error as ApiError).serverCode).toBe(code)
})

test('one that is done comes back with the tiles it changed, and names none as gone that is there', async () => {
  const { status, message, widgets, removed } = await run('topUp', { lineId: 'L-0014-1', amount: '1000' })
  expect([status, message.lang, widgets.map((widget) => widget?.id), removed]).toEqual(['completed', 'it', ['credit'], []])
})
