import { expect, it, test } from 'vitest'
import { clientVersionPattern } from '@mosaic/schemas/release'
import { changeDevice, isVersion, usualDevice } from './device.ts'

test('an app has no computer to run on: the widest it has is a tablet', () => {
  const computer = changeDevice(usualDevice, { formFactor: 'expanded' })
  expect(computer).toEqual({ ...usualDevice, formFactor: 'expanded' })
  expect(changeDevice(computer, { platform: 'ios' })).toEqual({ ...usualDevice, platform: 'ios', formFactor: 'medium' })
  expect(changeDevice(usualDevice, { platform: 'android' }).formFactor).toBe('compact')
})

it.each([
  ['5.2', true],
  ['2.0.0', true],
  ['', false],
  ['five', false],
  ['1.2.3.4.5', false],
  ['1.2.', false],
])('takes %j for a version: %j, as the server does', (text, isOne) => {
  expect(isVersion(text)).toBe(isOne)
  expect(new RegExp(clientVersionPattern).test(text)).toBe(isOne)
})
