import { expect, test } from 'vitest'
import { ApiError } from '../../../home/src/api/client.ts'
import { listen, type News } from './listen.ts'

/** A stream that the test writes into. */
function stream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const seen = { isCancelled: false }
  const body = new ReadableStream<Uint8Array>({ start: (own) => void (controller = own), cancel: () => void (seen.isCancelled = true) })
  return {
    seen,
    body,
    say: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    fail: () => controller?.error(new Error('reset')),
  }
}

/** The desk's ear, with what it has heard; each attempt waits for the test. */
function start(answers: readonly (ReturnType<typeof stream> | Error)[], options: { silentMs?: number } = {}) {
  const said: string[] = []
  const waits: number[] = []
  const left = [...answers]
  const nothingMore = Promise.withResolvers<void>()
  const stop = listen({
    open: () => {
      const next = left.shift()
      if (next instanceof Error) return Promise.reject(next)
      if (next) return Promise.resolve(next.body)
      nothingMore.resolve()
      return new Promise(() => {})
    },
    heard: ({ type, id }: News) => said.push(id === null ? type : `${type} ${id}`),
    changed: (state) => {
      said.push(state)
      if (state === 'over') nothingMore.resolve()
    },
    wait: (ms) => (waits.push(ms), Promise.resolve()),
    random: () => 1,
    ...options,
  })
  return { said, waits, stop, over: nothingMore.promise }
}
const next = (id: string) => `event: next\ndata: {"data":{"desk":{"type":"callBack","id":"${id}","customerId":null,"agentId":null}}}\n\n`
const away = () => new ApiError('UNREACHABLE', 'no network')

test('news are heard, and what was before them is to be asked for', async () => {
  const one = stream()
  const ear = start([one])
  one.say(':\n\n')
  one.say(next('B-1').slice(0, 20))
  one.say(next('B-1').slice(20))
  one.end()
  await ear.over
  expect(ear.said).toEqual(['connecting', 'live', 'reload', 'callBack B-1', 'connecting'])
  expect(ear.waits).toEqual([500])
})

test('it comes back, later each time, and at once again when it has been there', async () => {
  const [one, two] = [stream(), stream()]
  const ear = start([away(), away(), away(), one, two])
  one.end()
  two.fail()
  await ear.over
  expect(ear.said).toEqual(['connecting', 'lost', 'lost', 'lost', 'live', 'reload', 'connecting', 'live', 'reload', 'lost'])
  expect(ear.waits).toEqual([1_000, 2_000, 4_000, 500, 1_000])
})

test('it never waits for longer than half a minute', async () => {
  const ear = start(Array.from({ length: 12 }, away))
  await ear.over
  expect(Math.max(...ear.waits)).toBe(30_000)
})

test('who may not listen does not try again', async () => {
  for (const error of [new ApiError('UNAUTHENTICATED', '401'), new ApiError('SERVER', '403', { serverCode: 'FORBIDDEN' })]) {
    const ear = start([error])
    await ear.over
    expect(ear.said).toEqual(['connecting', 'over'])
  }
})

test('a stream on which nothing is said any more is given up', async () => {
  const silent = stream()
  const ear = start([silent], { silentMs: 5 })
  await ear.over
  expect(ear.said).toEqual(['connecting', 'live', 'reload', 'lost'])
  expect(silent.seen.isCancelled).toBe(true)
})

test('stopped, it lets go of the stream and says nothing more', async () => {
  const one = stream()
  const ear = start([one])
  await expect.poll(() => ear.said).toContain('reload')
  ear.stop()
  await expect.poll(() => one.seen.isCancelled).toBe(true)
  expect(ear.said).toEqual(['connecting', 'live', 'reload'])
})
