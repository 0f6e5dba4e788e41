import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { sendAccount } from '../../../../bff/src/testing/back-end.ts'
import { createRandom } from '../random.ts'
import { answering, startOf } from './answering.ts'

/* A back-end with one weakness, in a process of its own so that it takes no time from those who ask it. */

export type BackEndStart =
  /** So many at a time it answers in `ms`; with more it takes longer for all, and gets less done: twice as many take four times as long. */
  | { weakness: 'collapses'; capacity: number; ms: number }
  /** Most answers take `ms`, a share of them `slowMs`. */
  | { weakness: 'sometimes slow'; share: number; ms: number; slowMs: number }
export type BackEndReport = { url: string; calls: number }

const start = startOf<BackEndStart>()
const random = createRandom(1)
let [active, calls] = [0, 0]

const server = createServer((request, response) => {
  request.resume()
  calls++
  active++
  const timer = setTimeout(() => sendAccount(response, 1), latency())
  // Who has left is worked for no longer.
  response.once('close', () => {
    active--
    clearTimeout(timer)
  })
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

answering<'report', BackEndReport>(() => ({ url, calls }))

function latency(): number {
  if (start.weakness === 'collapses') return start.ms * Math.max(1, active / start.capacity) ** 2
  return random() < start.share ? start.slowMs : start.ms
}
