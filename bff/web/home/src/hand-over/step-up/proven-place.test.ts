import { expect, test } from 'vitest'
import { pathOf, provenAt } from './proven-place.ts'

test('a right is for its page or its guide, and for nothing else', () => {
  for (const [place, path] of [
    [{ surface: 'home' }, '/'],
    [{ surface: 'top-up' }, '/surface/top-up'],
    [{ guide: 'home-wifi' }, '/guide/home-wifi'],
  ] as const) {
    expect(pathOf(place)).toBe(path)
    expect(provenAt(path, place)).toEqual(place)
    for (const other of ['/a', '/menu', '/guide/no-calls', '/surface/summer', `${path}x`]) expect(provenAt(other, place)).toBeUndefined()
  }
})

test('of a voice menu each screen is its own', () => {
  const place = { menu: 'voice_bills' }
  expect(pathOf(place)).toBe('/menu/voice_bills')
  expect(provenAt('/menu/voice_start', place)).toEqual({ menu: 'voice_start' })
  expect(provenAt('/menu', place)).toEqual(place)
  for (const other of ['/menu/voices_start', '/menu/other_start', '/', '/guide/voice']) expect(provenAt(other, place)).toBeUndefined()
})
