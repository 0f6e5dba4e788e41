import { connect } from 'node:net'
import { freePort, inPath, kill, launch } from './launch.ts'

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
  let child = await start(port, options)
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: () => kill(child),
    async restart(...others) {
      await kill(child)
      child = await start(port, others)
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: () => kill(child),
  }
}

function start(port: number, options: readonly string[]) {
  if (redisProgram === undefined) throw new Error(redisHint)
  // Nothing is kept: each start is an empty one.
  const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  return launch({ name: 'redis-server', program: redisProgram, args: [...fixed, ...options], isReady: () => answers(port) })
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end('PING\r\n'))
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}
