import { describe, expect, it } from 'vitest'
import { isPulledEnough, pullOffset } from './pull-to-refresh.tsx'

describe('pulling', () => {
  it('does nothing upwards', () => {
    expect([pullOffset(0), pullOffset(-50)]).toEqual([0, 0])
  })
  it('follows the finger, ever less', () => {
    expect(pullOffset(40)).toBeGreaterThan(pullOffset(20))
    expect(pullOffset(40) - pullOffset(20)).toBeLessThan(pullOffset(20))
    expect(pullOffset(10_000)).toBeLessThanOrEqual(110)
  })
  it('refreshes only after a real pull', () => {
    expect(isPulledEnough(pullOffset(60))).toBe(false)
    expect(isPulledEnough(pullOffset(110))).toBe(true)
  })
})
