import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inPath } from '../../../bff/src/testing/servers/launch.ts'
import { load, type Job, type LoadResult } from '../load.ts'

const program = inPath('wrk')

type Told = { requests: number; seconds: number; bytes: number; p50: number; p95: number; p99: number; failed: number }

/** The load client that costs least: wrk, where it is installed, which leaves a server more of the machine than our own does. */
export const lightLoad: { name: string; run: (job: Job) => Promise<LoadResult> } =
  program === undefined
    ? { name: 'the own load client; wrk would be lighter', run: load }
    : { name: 'wrk', run: (job) => runWrk(program, job) }

async function runWrk(wrk: string, { url, headers, body, tokens, connections, milliseconds }: Job): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-wrk-'))
  const file = join(folder, 'question')
  const lines = [
    `b ${body}`,
    // The tool counts the body itself.
    ...Object.entries(headers).flatMap(([name, value]) => (name === 'content-length' ? [] : [`h ${name}: ${value}`])),
    ...(tokens ?? [headers['authorization'] ?? '']).map((token) => `t ${token}`),
  ]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  try {
    const seconds = Math.max(1, Math.round(milliseconds / 1_000))
    const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', join(import.meta.dirname, 'wrk.lua'), url, '--', file]
    const { stdout } = await promisify(execFile)(wrk, options, { timeout: (seconds + 30) * 1_000 })
    const told = JSON.parse(/^RESULT (.*)$/m.exec(stdout)?.[1] ?? '{}') as Told
    if (told.failed !== 0) throw new Error(`${url}: ${told.failed} of ${told.requests} requests failed`)
    const { requests, bytes } = told
    return {
      requests,
      perSecond: requests / told.seconds,
      p50Ms: told.p50,
      p95Ms: told.p95,
      p99Ms: told.p99,
      bytes: Math.round(bytes / requests),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
