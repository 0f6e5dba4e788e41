import type { Brand, KillSwitch } from '@mosaic/schemas/release'
import { expect, test } from 'vitest'
import { releaseBody } from '../testing/release-body.ts'
import { switchedOff } from './switched-off.ts'

const brandWith = (...killSwitches: KillSwitch[]): Brand => ({ ...releaseBody().brand, killSwitches })
const ios = (appVersion?: string) => ({ platform: 'ios', appVersion }) as const
const kindsFor = (brand: Brand, client: Parameters<typeof switchedOff>[1]) => [...switchedOff(brand, client)]

test.each([
  ['from', { from: '1.5' }, { '1.4.9': false, '1.5': true, '1.10': true, '2': true }],
  ['until', { until: '1.5' }, { '1.0': true, '1.4.9': true, '1.5.0': false }],
  ['from and until', { from: '1.5', until: '2.0.1' }, { '1.4': false, '1.5.0': true, '2.0.0': true, '2.0.1': false }],
  ['all versions', {}, { '0.1': true, '99': true }],
])('a kind is off in versions: %s', (_what, versions, expected) => {
  const brand = brandWith({ kind: 'usage', platform: 'ios', ...versions })
  for (const [version, isOff] of Object.entries(expected))
    expect([version, kindsFor(brand, ios(version))]).toEqual([version, isOff ? ['usage'] : []])
})

test('only on its platform; an app that does not say which it is, or of which version, is meant where nothing needs to be said', () => {
  const brand = brandWith({ kind: 'usage', platform: 'ios' }, { kind: 'bill', platform: 'ios', from: '1.0' })
  expect(kindsFor(brand, ios())).toEqual(['usage'])
  expect(kindsFor(brand, ios('1.2'))).toEqual(['usage', 'bill'])
  expect(kindsFor(brand, { platform: 'android', appVersion: '1.2' })).toEqual([])
  expect(kindsFor(brand, { platform: undefined, appVersion: '1.2' })).toEqual([])
})

test('all apps for which the same is off share one set, and no set is made for a version that makes no difference', () => {
  const brand = brandWith(
    { kind: 'usage', platform: 'ios', from: '1.5' },
    { kind: 'bill', platform: 'ios', from: '1.5' },
    { kind: 'usage', platform: 'ios', from: '1.5.7' },
    { kind: 'bill', platform: 'android' },
    { kind: 'usage', platform: 'android' },
  )
  const set = switchedOff(brand, ios('1.5'))
  for (let patch = 0; patch < 1_000; patch++) expect(switchedOff(brand, ios(`1.5.${patch}`))).toBe(set)
  expect(switchedOff(brand, { platform: 'android', appVersion: '7' })).toBe(set)
  expect(switchedOff(brand, ios('1.0'))).toBe(switchedOff(releaseBody().brand, ios('1.0')))
})
