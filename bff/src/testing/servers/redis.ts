import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createServer, connect } from 'node:net'

/** A real Redis on a port of its own, which tests may treat badly. */
export type RedisServer = {
  url: string
  port: number
  /** Ends it as a crash does. */
  kill(): Promise<void>
  /** Starts it again on the same port, empty. */
  restart(...options: string[]): Promise<void>
  /** It takes connections and commands and answers none. */
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}

/** Its program, or why the tests that need it cannot run: install the Debian package redis-server, or name one in REDIS_SERVER_BIN. */
export const redisProgram = process.env['REDIS_SERVER_BIN'] ?? inPath('redis-server')
export const redisHint = 'needs a Redis server: apt-get install redis-server (or name one in REDIS_SERVER_BIN)'
/** On a developer's machine a missing server is a visible skip; where everything must be proven it is a failure. */
export const isRedisMissing = redisProgram === undefined && process.env['CI'] !== 'true'

export async function startRedis(...options: string[]): Promise<RedisServer> {
  const port = await freePort()
  let child = await launch(port, options)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended(child)
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    async restart(...others) {
      await kill()
      child = await launch(port, others)
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: kill,
  }
}

/** Whatever happens to the tests, none is left behind. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

async function launch(port: number, options: readonly string[]): Promise<ChildProcess> {
  if (redisProgram === undefined) throw new Error(redisHint)
  // Nothing is kept: each start is an empty one.
  const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(redisProgram, [...fixed, ...options], { stdio: 'ignore' })
  children.add(child)
  child.once('exit', () => children.delete(child))
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with exit code ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return child
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end('PING\r\n'))
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', resolve))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function inPath(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined
  } catch {
    return undefined
  }
}
