import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { usageOf } from './processes.ts'

/** What the load client does: POSTs `body` until `milliseconds` or `maxRequests` are over. */
export type Job = {
  url: string
  headers: Record<string, string>
  body: string
  /** The `authorization` of each request, in turn, where it is not always the one of `headers`. */
  tokens?: readonly string[]
  /** Each of these once, every so many requests: for whom nothing is cached. */
  rare?: { every: number; tokens: readonly string[] }
  connections: number
  milliseconds: number
  maxRequests: number
}
export type LoadResult = { requests: number; perSecond: number; p50Ms: number; p95Ms: number; p99Ms: number; bytes: number }
/** With what the server's process spent: microseconds of processor time a request. */
export type Measurement = LoadResult & { cpuUs: number }

/** Puts load on a server and measures both sides. `pid` is the server's process, which leads the group of all that it has started. */
export async function measure(job: Job, pid: number, by: (job: Job) => Promise<LoadResult> = load): Promise<Measurement> {
  const before = usageOf(pid).cpuSeconds
  const result = await by(job)
  return { ...result, cpuUs: ((usageOf(pid).cpuSeconds - before) / result.requests) * 1e6 }
}

/** Runs the load client once. */
export function load(job: Job): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const options = { timeout: job.milliseconds + 30_000, maxBuffer: 1e6 }
    const client = execFile(process.execPath, [join(import.meta.dirname, 'load-client.ts')], options, (error, stdout, stderr) => {
      if (error) reject(new Error(`The load client failed: ${stderr.trim() || error.message}`, { cause: error }))
      else resolve(JSON.parse(stdout) as LoadResult)
    })
    // Too long for an argument when it comes with the tokens of many customers.
    client.stdin?.end(JSON.stringify(job))
  })
}
