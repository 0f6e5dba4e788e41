import { createServer, connect, type Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hear, say, type Message } from './messages.ts'

let folder: string
let path: string
const server = createServer()
let near: Socket
let far: Socket
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaic-messages-'))
  path = join(folder, 'socket')
  await new Promise<void>((resolve) => void server.listen(path, resolve))
})
beforeEach(async () => {
  const connected = once(server, 'connection')
  near = connect(path)
  far = ((await connected) as [Socket])[0]
  return () => {
    near.destroy()
    far.destroy()
  }
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

const messages = fc.array(
  fc.record({
    id: fc.integer({ min: 0, max: 0xffff_ffff }),
    words: fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
    bytes: fc.uint8Array({ maxLength: 70_000, size: 'max' }).map((bytes) => Buffer.from(bytes)),
  }),
  { maxLength: 8 },
)

test('whatever is said is heard, in its order, however the connection cuts it', async () => {
  const heard: Message<object>[] = []
  hear<object>(far, (message) => heard.push({ ...message, bytes: Buffer.from(message.bytes) }))
  await fc.assert(
    fc.asyncProperty(messages, async (said) => {
      heard.length = 0
      for (const message of said) say(near, message)
      await expect.poll(() => heard.length, { interval: 1 }).toBe(said.length)
      expect(heard).toEqual(said)
    }),
    { numRuns: 20 },
  )
})

test('answers to what came together go out together', async () => {
  const answers: number[] = []
  hear<object>(far, ({ id, words }) => say(far, { id, words }))
  hear<object>(near, ({ id }) => answers.push(id))
  near.cork()
  for (let id = 1; id <= 5; id++) say(near, { id, words: {} })
  near.uncork()
  await expect.poll(() => answers).toEqual([1, 2, 3, 4, 5])
})

test.each([
  ['a length that nothing has', Buffer.alloc(12, 0xff)],
  ['a length shorter than a message can be', Buffer.alloc(12, 0)],
  ['words that are none', Buffer.from([13, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0x7b])],
  ['words that say nothing', Buffer.from([16, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, ...Buffer.from('null')])],
])('%s ends the connection', async (_what, bytes) => {
  hear(far, () => expect.unreachable())
  const closed = once(far, 'close')
  near.on('error', () => {})
  near.write(bytes)
  await closed
})
