import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the load client does: POSTs `body` until `milliseconds` or `maxRequests` are over. */
export type Job = {
  url: string
  headers: Record<string, string>
  body: string
  connections: number
  milliseconds: number
  maxRequests: number
}
export type LoadResult = { requests: number; perSecond: number; p50Ms: number; p95Ms: number; bytes: number }
/** With what the server's process spent: microseconds of processor time a request. */
export type Measurement = LoadResult & { cpuUs: number }

/** Puts load on a server and measures both sides. `pid` is the server's process. */
export async function measure(job: Job, pid: number): Promise<Measurement> {
  const before = cpuSeconds(pid)
  const result = await load(job)
  return { ...result, cpuUs: ((cpuSeconds(pid) - before) / result.requests) * 1e6 }
}

/** Runs the load client once. */
export function load(job: Job): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const options = { timeout: job.milliseconds + 30_000, maxBuffer: 1e6 }
    execFile(process.execPath, [join(import.meta.dirname, 'load-client.ts'), JSON.stringify(job)], options, (error, stdout, stderr) => {
      if (error) reject(new Error(`The load client failed: ${stderr.trim() || error.message}`, { cause: error }))
      else resolve(JSON.parse(stdout) as LoadResult)
    })
  })
}

/** Processor time of a process so far. Linux counts it in hundredths of a second; elsewhere there is no cheap way to ask, and it is NaN. */
function cpuSeconds(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
