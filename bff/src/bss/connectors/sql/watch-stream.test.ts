import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { watchStream } from './watch-stream.ts'

test('what a driver throws while it reads ends the stream, and nothing else', async () => {
  const watch = watchStream(1_000)
  const stream = new PassThrough()
  watch.on(stream)
  const failed = once(stream, 'error')
  stream.on('data', () => {
    throw new RangeError('beyond the end')
  })
  stream.write('x')
  expect(await failed).toEqual([new RangeError('beyond the end')])
  expect(stream.destroyed).toBe(true)
  expect(watch.fault()).toBe('garbled')
})

test('more than is read ends the stream before the driver sees it; each answer is counted anew', async () => {
  const watch = watchStream(1_000)
  const stream = new PassThrough()
  watch.on(stream)
  // Over TLS a stream may be offered twice.
  watch.on(stream)
  let seen = 0
  stream.on('data', (chunk: Buffer) => (seen += chunk.length))
  for (let time = 0; time < 3; time++) {
    watch.restart()
    stream.write(Buffer.alloc(1_000))
  }
  expect(watch.fault()).toBeUndefined()
  const closed = once(stream, 'close')
  stream.write(Buffer.alloc(1))
  await closed
  expect(watch.fault()).toBe('tooLarge')
  expect(seen).toBe(3_000)
})
