/**
 * The load client, a process of its own so that it takes no time from whom it measures. It keeps `connections` connections busy, one request after
 * the other on each, until the time or the count is over, and prints the result as JSON. Called by load.ts with the job as its argument.
 */
import { Agent, request } from 'node:http'
import { percentile } from './results.ts'
import type { Job, LoadResult } from './load.ts'

const job = JSON.parse(process.argv[2] ?? '{}') as Job
const agent = new Agent({ keepAlive: true, maxSockets: job.connections })
const url = new URL(job.url)
const latencies: number[] = []
const begun = performance.now()
let [sent, bytes] = [0, 0]

await Promise.all(Array.from({ length: job.connections }, keepBusy))
const seconds = (performance.now() - begun) / 1_000
agent.destroy()
const result: LoadResult = {
  requests: latencies.length,
  perSecond: latencies.length / seconds,
  p50Ms: percentile(latencies, 0.5),
  p95Ms: percentile(latencies, 0.95),
  bytes: Math.round(bytes / latencies.length),
}
console.log(JSON.stringify(result))

async function keepBusy(): Promise<void> {
  while (sent < job.maxRequests && performance.now() - begun < job.milliseconds) {
    sent++
    const at = performance.now()
    bytes += await once()
    latencies.push(performance.now() - at)
  }
}

/** Sends one request and resolves with the size of its answer. Anything but success ends the run: figures of errors are no figures. */
function once(): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method: 'POST', headers: job.headers, timeout: 10_000 }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => (size += chunk.length))
      response.once('error', reject)
      response.once('end', () => {
        if (response.statusCode === 200) resolve(size)
        else reject(new Error(`${job.url} answered ${response.statusCode}`))
      })
    })
    outgoing.once('timeout', () => outgoing.destroy(new Error(`${job.url} did not answer within 10 s`)))
    outgoing.once('error', reject)
    outgoing.end(job.body)
  })
}
