import { afterEach, expect, test, vi } from 'vitest'
import { startTalks } from './start-talks.ts'

afterEach(() => vi.useRealTimers())

test('goes round one time after the other, whatever fails, and not after its end', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const [log, said] = [{ warn: vi.fn<(...args: unknown[]) => void>() }, [] as string[]]
  let isDown = true
  const findEnded = async () => {
    said.push('look')
    if (isDown) throw new Error('down')
  }
  const end = startTalks({ findEnded, talks: { work: async () => void said.push('work') } }, log)
  await vi.advanceTimersByTimeAsync(15_000)
  expect([said, log.warn.mock.calls.length]).toEqual([['look'], 1])
  isDown = false
  await vi.advanceTimersByTimeAsync(15_000)
  expect(said).toEqual(['look', 'look', 'work'])
  end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(said).toEqual(['look', 'look', 'work'])
})
