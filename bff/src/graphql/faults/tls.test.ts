import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CertificateKind } from '../../../simulator/tls/certificates.ts'
import type { TlsDoor } from '../../../simulator/tls/door.ts'
import { messages, undisturbed } from '../../testing/strike.ts'
import { policiesFor, shownMethods, startStruckHome, tileIds, type StruckHome } from '../../testing/struck-home.ts'

/* All systems stand behind one door that shows a certificate nobody can trust: not one call goes through, and every home still comes. */

let home: StruckHome
let door: TlsDoor
beforeAll(async () => {
  home = await startStruckHome(policiesFor(undisturbed), { tls: 'valid' })
  door = home.system.simulator.tls as TlsDoor
})
afterAll(() => home.system.close())

const states = (widgets: readonly { id: string; state: string }[]) => Object.fromEntries(widgets.map(({ id, state }) => [id, state]))
const all = (state: string) => ({ ...Object.fromEntries(tileIds.map((id) => [id, state])), welcome: 'READY' })
const callsOf = () => shownMethods.map((name) => home.system.simulator.calls.of(name).total)

test.each<CertificateKind>(['expired', 'wrongHost', 'selfSigned'])('%s', async (kind) => {
  // Nothing is known.
  home.age(2 * undisturbed.t2Ms)
  door.show(kind)
  home.system.simulator.calls.reset()
  const cold = (await home.ask()).widgets
  expect(states(cold)).toEqual(all('FAILED'))
  for (const tile of cold.filter(({ id }) => id !== 'welcome'))
    expect(tile.issue).toMatchObject({ code: 'BSS_UNAVAILABLE', message: messages['BSS_UNAVAILABLE'], retryable: true })
  expect(callsOf()).toEqual(shownMethods.map(() => 0))

  // The certificate is renewed: nobody has to start anything again.
  door.show('valid')
  home.age(undisturbed.failureMemoryMs + 1)
  const known = (await home.ask()).widgets
  expect(states(known)).toEqual(all('READY'))
  expect(callsOf()).toEqual(shownMethods.map(() => 1))

  // What is known and no longer fresh is shown with its age.
  home.age(undisturbed.t1Ms + 1)
  door.show(kind)
  const warm = (await home.ask()).widgets
  expect(states(warm)).toEqual(all('STALE'))
  expect(warm.map(({ freshness }) => freshness.fetchedAt)).toEqual(known.map(({ freshness }) => freshness.fetchedAt))
  expect(callsOf()).toEqual(shownMethods.map(() => 1))
})
