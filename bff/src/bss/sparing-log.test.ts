import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Logger } from '../log.ts'
import { createSparingLog } from './sparing-log.ts'

let lines: unknown[] = []
const log = { warn: (fields: object, message: string) => lines.push({ ...fields, message }) } as unknown as Logger
beforeEach(() => {
  lines = []
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => vi.useRealTimers())

test('the same trouble is told once a second, with how many there were between; another one at once', () => {
  const sparing = createSparingLog(log)
  for (let index = 0; index < 1_000; index++) sparing.warn('balance', { method: 'balance' }, 'trouble')
  sparing.warn('usage', { method: 'usage' }, 'trouble')
  vi.advanceTimersByTime(1_000)
  sparing.warn('balance', { method: 'balance' }, 'trouble')
  expect(lines).toEqual([
    { method: 'balance', message: 'trouble' },
    { method: 'usage', message: 'trouble' },
    { method: 'balance', message: 'trouble', unsaid: 999 },
  ])
})
