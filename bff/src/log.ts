import pino, { type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

export type { Logger }

/**
 * The BFF's log: JSON lines, on standard output unless told otherwise. It tells about releases, back-ends and faults, never about people: nobody
 * logs a customer, a line, a token or a BSS answer, and the usual carriers of those are removed should somebody try.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    name: 'bff',
    level,
    redact: { paths: ['token', '*.token', 'authorization', '*.authorization', 'headers', '*.headers', 'params', '*.params'], remove: true },
  }
  return destination ? pino(options, destination) : pino(options)
}
