import { afterAll, beforeAll, expect, test } from 'vitest'
import { chiara } from '../../hand-over/testing/care-system.ts'
import { captureLog } from '../../sms/testing/capture-log.ts'
import { startGuestSystem, type GuestSystem } from '../testing/guest-system.ts'
import { visitNetwork } from '../testing/network.ts'

/* Somebody who reads our logs and figures. */

const { log, logged } = captureLog()
let system: GuestSystem
beforeAll(async () => void (system = await startGuestSystem({ log })))
afterAll(() => system.close())

test('proofs that go well and proofs that go wrong: log and figures say nothing of the customer, and no secret', async () => {
  const { claim } = await system.openLink({ target: 'recharging' })
  const { location = '' } = await system.step('/a/verify', { claim })
  const { state, code = '' } = await visitNetwork(system.simulator, location, chiara.msisdn)
  const { grant = '' } = await system.step('/a/verified', { claim, state, code })
  await system.ask(grant, 'home', { formFactor: 'COMPACT' })
  await system.ask(grant, 'top-up', { lineId: chiara.line, amount: 500, idempotencyKey: 'traces-0001' })
  await system.step('/a/code', { claim })
  const password = system.codeOn(chiara.msisdn)
  await system.step('/a/code/check', { claim, code: password === '000000' ? '000001' : '000000' })
  const proven = await system.step('/a/code/check', { claim, code: password })
  await system.ask(proven.grant, 'top-up', { lineId: chiara.line, amount: 500, idempotencyKey: 'traces-0002' })
  system.simulator.network.behave({ isDown: true })
  await system.step('/a/code', { claim })
  await system.step('/a/verified', { claim, state, code })
  await system.post('/a/verify', `{"claim":"${claim}"`)

  const metrics = await (await fetch(`${system.bff.url}/metrics`)).text()
  expect(metrics).toContain('bff_number_proofs_total{step="/a/verified",outcome="proven"} 1')
  expect(metrics).toContain('bff_number_proofs_total{step="/a/code/check",outcome="wrong"} 1')
  expect(logged()).toContain('NETWORK_API_REFUSED')
  const secrets = {
    number: chiara.msisdn.slice(3),
    name: 'Rizzo',
    claim,
    state,
    code,
    grant,
    later: proven.grant ?? '',
    password,
    secret: 'demo-network',
  }
  for (const [what, secret] of Object.entries(secrets)) {
    expect([what, secret.length > 4]).toEqual([what, true])
    for (const [where, text] of Object.entries({ log: logged(), metrics }))
      expect([what, where, text.includes(secret)]).toEqual([what, where, false])
  }
})
