import type { KillSwitch } from '@mosaic/schemas/release'
import { describe, expect, it } from 'vitest'
import { diffBodies } from '../diff.ts'
import { smallBody } from '../testing/body.ts'
import { describeCases, issuesOf } from '../testing/issues.ts'

const off = (...killSwitches: KillSwitch[]) => {
  const body = smallBody()
  body.brand.killSwitches = killSwitches
  return body
}
const ios: KillSwitch = { kind: 'banner', platform: 'ios', from: '1.5', until: '1.6' }

describeCases({
  'a kind that does not exist': [
    ({ brand }) => (brand.killSwitches = [ios, { kind: 'hologram', platform: 'web' }]),
    ['error', 'kind-unknown', 'brand.json/killSwitches/1/kind'],
  ],
  'a switch that ends before it begins': [
    ({ brand }) => (brand.killSwitches = [{ ...ios, from: '1.10' }]),
    ['error', 'reversed-versions', 'brand.json/killSwitches/0/until'],
  ],
  'a version that is none': [
    ({ brand }) => (brand.killSwitches = [{ ...ios, from: '1.5-beta' }]),
    ['error', 'schema', 'brand.json/killSwitches/0/from'],
  ],
  'a row that is half filled in': [
    ({ brand }) => (brand.killSwitches = [{ kind: 'banner' } as KillSwitch]),
    ['error', 'schema', 'brand.json/killSwitches/0'],
  ],
  'a kind that no app may draw': [
    ({ brand }) => (brand.killSwitches = [ios, ...(['web', 'ios', 'android'] as const).map((platform) => ({ kind: 'banner', platform }))]),
    ['warning', 'kind-off-everywhere', 'brand.json/killSwitches/1'],
  ],
})

describe('switches', () => {
  it('pass when nothing is wrong', () => {
    expect(issuesOf(({ brand }) => (brand.killSwitches = [ios, { kind: 'banner', platform: 'android' }]))).toEqual([])
  })

  it('are told in words, by the names of the kinds', () => {
    const [change] = diffBodies(off(ios), off({ ...ios, until: '1.7' }, { kind: 'bill', platform: 'web' }))
    expect(change?.sentence).toEqual({
      it: 'Marchio «Demo»: si disattiva «Banner» su iOS dalla versione 1.5 fino alla 1.7 esclusa; si disattiva «Ultima fattura» su Web; si riattiva «Banner» su iOS dalla versione 1.5 fino alla 1.6 esclusa.',
      en: 'Brand "Demo": switched off: "Banner" on iOS from version 1.5 until before 1.7; switched off: "Latest bill" on Web; back again: "Banner" on iOS from version 1.5 until before 1.6.',
    })
  })

  it('that are half filled in are a change all the same', () => {
    const [change] = diffBodies(off(), off({ kind: 'bill' } as KillSwitch))
    expect(change?.sentence.en).toBe('Brand "Demo": the list of widgets switched off changes.')
  })
})
