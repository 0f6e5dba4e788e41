import { createLog, type Logger } from '../../log.ts'

/** The log of production at its most talkative, where every line can be looked at. */
export function captureLog(): { log: Logger; logged(): string } {
  let text = ''
  return { log: createLog('trace', { write: (line) => void (text += line) }), logged: () => text }
}
