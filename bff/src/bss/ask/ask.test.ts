import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendAccount, sendJson, startBackEnd, type BackEnd } from '../../testing/back-end.ts'
import { openInstance, owed, scopeWith, type Instance } from '../testing/instances.ts'

let backEnd: BackEnd
let instance: Instance

beforeEach(async () => {
  backEnd = await startBackEnd()
  instance = openInstance({ backEnd })
})
afterEach(async () => {
  await instance.bss.close()
  await backEnd.close()
})

const due = (scope = scopeWith()) => owed(instance, scope)
const fails = () => (backEnd.answer = (response) => sendJson(response, {}, 500))

describe('retries', () => {
  test('a read is repeated as often as the policy says', async () => {
    fails()
    await due(scopeWith({ retries: 2 }))
    expect(backEnd.calls).toBe(3)
  })

  test('a repetition that succeeds is the answer', async () => {
    backEnd.answer = (response) => (backEnd.calls === 1 ? sendJson(response, {}, 503) : sendAccount(response, 4))
    expect(await due(scopeWith({ retries: 1 }))).toEqual({ due: 400, isStale: false })
  })

  test('a bad answer is not asked for again', async () => {
    backEnd.answer = (response) => response.end('garbage')
    await due(scopeWith({ retries: 3 }))
    expect(backEnd.calls).toBe(1)
  })
})

describe('connections', () => {
  test('no more are open than the policy allows; who gets none in time is told', async () => {
    let open = 0
    let most = 0
    backEnd.answer = (response) => {
      most = Math.max(most, ++open)
      response.on('close', () => open--)
    }
    const customers = Array.from({ length: 12 }, (_, index) =>
      scopeWith({ poolSize: 3, connectionWaitMs: 50 }, { customerId: `C-${index}` }),
    )
    const answers = await Promise.all(customers.map((customer) => due(customer)))
    expect(most).toBe(3)
    expect(answers.filter((code) => code === 'BSS_UNAVAILABLE')).toHaveLength(9)
    expect(answers.filter((code) => code === 'BSS_TIMEOUT')).toHaveLength(3)
  })
})
