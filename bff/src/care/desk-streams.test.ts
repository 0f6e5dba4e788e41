import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { rawClient } from '../http/testing/raw-client.ts'
import { startServer } from '../http/testing/server.ts'
import { soon } from '../http/testing/soon.ts'
import { createLog } from '../log.ts'
import { createDeskStreams } from './desk-streams.ts'

/** Without end, a chunk whenever one is wanted. */
function source(chunk: Uint8Array) {
  const seen = { pulled: 0, isCancelled: false }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      seen.pulled++
      await wait(1)
      controller.enqueue(chunk)
    },
    cancel: () => void (seen.isCancelled = true),
  })
  return { seen, body }
}

async function serve(body: ReadableStream<Uint8Array>, options: { slowMs?: number; maxStreams?: number } = {}) {
  const streams = createDeskStreams({ maxStreams: 2, log: createLog('silent'), ...options })
  const server = await startServer((_request, response) => {
    const place = streams.enter()
    if (place) place.stream(response.writeHead(200), body)
    else response.writeHead(503).end()
  })
  return { streams, server }
}

test('a desk that does not read is cut, and nothing is made for it meanwhile', async () => {
  const { seen, body } = source(new Uint8Array(1024 * 1024))
  const { streams, server } = await serve(body, { slowMs: 200 })
  const client = await rawClient(server.port)
  client.send('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  client.socket.pause()
  await expect.poll(() => streams.size(), soon).toBe(1)
  await expect.poll(() => [streams.size(), seen.isCancelled], soon).toEqual([0, true])
  // What the machine itself buffers for a connection, and little more: not a megabyte for every millisecond.
  expect(seen.pulled).toBeLessThan(40)
  client.socket.destroy()
  await server.close()
})

test('one that reads gets everything, and one that leaves ends its source', async () => {
  const { seen, body } = source(Buffer.from(':\n\n'))
  const { streams, server } = await serve(body)
  const client = await rawClient(server.port)
  client.send('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await expect.poll(() => client.text().split(':\n\n').length, soon).toBeGreaterThan(5)
  client.socket.destroy()
  await expect.poll(() => [streams.size(), seen.isCancelled], soon).toEqual([0, true])
  await server.close()
})

test('closing ends all with their last byte, and gives no more places', async () => {
  const { seen, body } = source(Buffer.from(':\n\n'))
  const { streams, server } = await serve(body)
  const response = await fetch(server.url)
  const text = response.text()
  streams.close()
  expect(await text).toMatch(/^(:\n\n)*$/)
  await expect.poll(() => [streams.size(), seen.isCancelled], soon).toEqual([0, true])
  expect(streams.enter()).toBeUndefined()
  await server.close()
})

test('a place is given back once', () => {
  const streams = createDeskStreams({ maxStreams: 1, log: createLog('silent') })
  const place = streams.enter()
  expect(streams.enter()).toBeUndefined()
  place?.leave()
  place?.leave()
  expect([streams.size(), streams.enter() !== undefined, streams.enter()]).toEqual([0, true, undefined])
})
