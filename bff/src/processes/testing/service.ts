import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../testing/servers/launch.ts'
import type { System } from '../../testing/system.ts'
import type { ChildLimits } from '../child.ts'
import type { ProcessReport } from '../contract.ts'

/** The BFF as an operator of the service starts it: a program with processes of its own. */
export type Service = {
  url: string
  pid: number
  /** What it has logged so far. */
  logs: LogLine[]
  errors(): string
  /** Resolves with its exit code, `null` when it was killed. */
  ended: Promise<number | null>
  /** Resolves when nobody is left that it started: nobody holds what it writes to. */
  isOver: Promise<void>
  readiness(): Promise<Readiness>
  /** The processes that serve. */
  serving(): Promise<number[]>
  signal(name: NodeJS.Signals): void
  /** Ends it and all that it started, whatever state they are in. */
  close(): Promise<void>
}

export type LogLine = { msg: string; pid: number; inMs?: number; code?: string }
export type Readiness = {
  status: number
  connection: string | null
  body: { status: string; reason?: string; processes?: ProcessReport[] }
}

const program = fileURLToPath(new URL('../../main.ts', import.meta.url))
/** Of what shipped apps ask a little: to compile all of it takes a start a third of its time, and many are started. */
const documents = fileURLToPath(new URL('../../../../schemas/operations/web/1.0', import.meta.url))
const programWithLimits = fileURLToPath(new URL('./supervisor-main.ts', import.meta.url))

/** Starts it on a port of its own with what a system has published and asks; nothing is waited for. With `limits`, other ones than the factory's. */
export async function startService(
  { publishedDir, config, simulator }: System,
  env: Record<string, string>,
  limits?: ChildLimits,
): Promise<Service> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, limits ? [programWithLimits, JSON.stringify(limits)] : [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      ARBITRARY_DOCUMENTS: 'allow',
      BFF_PORT: String(port),
      PUBLISHED_DIR: publishedDir,
      RELEASE_PUBLIC_KEY_FILE: config.releasePublicKeyFile,
      BSS_URL: simulator.url,
      IDENTITY_ISSUER: simulator.issuer,
      DRAIN_MS: '300',
      TRUSTED_DOCUMENTS_DIR: documents,
      ...env,
    },
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const isOver = once(child, 'close').then(() => {})
  const logs: LogLine[] = []
  let errors = ''
  readLines(child.stdout, (line) => logs.push(JSON.parse(line) as LogLine))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const pid = child.pid ?? 0

  const service: Service = {
    url,
    pid,
    logs,
    errors: () => errors,
    ended,
    isOver,
    async readiness() {
      const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(15_000) })
      const body = (await response.json()) as Readiness['body']
      return { status: response.status, connection: response.headers.get('connection'), body }
    },
    async serving() {
      const { body } = await service.readiness()
      return (body.processes ?? []).filter(({ state }) => state === 'serving').map((report) => report.pid)
    },
    signal: (name) => void child.kill(name),
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        const force = setTimeout(() => child.kill('SIGKILL'), 15_000)
        await ended
        clearTimeout(force)
      }
      // What a killed supervisor left behind is told by its log.
      for (const { pid: started } of logs) if (isAlive(started)) process.kill(started, 'SIGKILL')
      await isOver
    },
  }
  return service
}

/** Waits for a condition, asked again and again; what throws is not yet so. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, patienceMs = 30_000): Promise<void> {
  const end = performance.now() + patienceMs
  for (;;) {
    const is = await Promise.try(isSo).catch(() => false)
    if (is) return
    if (performance.now() > end) throw new Error(`After ${patienceMs / 1_000} s it was still not so: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A number of Prometheus's text; 0 while it has not been counted. */
export function countOf(series: string, figures: string): number {
  return Number(
    figures
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length) ?? 0,
  )
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readLines(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  })
}
