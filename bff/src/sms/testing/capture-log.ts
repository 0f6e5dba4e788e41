import pino from 'pino'
import type { Logger } from '../../log.ts'

/** A log whose every line can be looked at. */
export function captureLog(): { log: Logger; logged(): string } {
  let text = ''
  return { log: pino({ level: 'trace' }, { write: (line: string) => void (text += line) }), logged: () => text }
}
