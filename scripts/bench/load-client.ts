/**
 * The load client, a process of its own so that it takes no time from whom it measures. It keeps `connections` connections busy, one request after
 * the other on each, until the time or the count is over, and prints the result as JSON. Called by load.ts with the job as its input.
 */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { percentile } from './results.ts'
import type { Job, LoadResult } from './load.ts'

const job = JSON.parse(readFileSync(0, 'utf8')) as Job
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
  p99Ms: percentile(latencies, 0.99),
  bytes: Math.round(bytes / latencies.length),
}
console.log(JSON.stringify(result))

async function keepBusy(): Promise<void> {
  while (sent < job.maxRequests && performance.now() - begun < job.milliseconds) {
    const token = tokenOf(sent++)
    const at = performance.now()
    bytes += await once(token === undefined ? job.headers : { ...job.headers, authorization: token })
    latencies.push(performance.now() - at)
  }
}

/** Who asks the request of this number. */
function tokenOf(number: number): string | undefined {
  const { tokens, rare } = job
  if (rare && number % rare.every === rare.every - 1) {
    const token = rare.tokens[Math.floor(number / rare.every)]
    if (token === undefined) throw new Error(`The load needs more than ${rare.tokens.length} customers for whom nothing is cached`)
    return token
  }
  return tokens?.[number % tokens.length]
}

/** Sends one request and resolves with the size of its answer. Anything but success ends the run: figures of errors are no figures. */
function once(headers: Job['headers']): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method: 'POST', headers, timeout: 10_000 }, (response) => {
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
