import type { Worker } from 'node:cluster'

/** How Node's supervisor hands a connection over, and how a process says whether it took it. */
type Handover = { cmd?: string; act?: string; seq?: number; ack?: number }

/**
 * Gives connections that were handed to a process which died before it took them to another one; when there is none, closes them. Node forgets them
 * (internal/cluster/round_robin_handle.js waits for an answer that cannot come): they would stay open, and nobody would ever read them. A process that
 * has not answered has not read either, so nothing that a client sent is lost.
 */
export function rescueConnections(worker: Worker, hasOthers: () => boolean): void {
  const { process } = worker
  const untaken = new Set<number>()

  const send = process.send.bind(process) as (...args: unknown[]) => boolean
  process.send = (message: unknown, ...rest: unknown[]) => {
    const { cmd, act, seq } = message as Handover
    if (cmd === 'NODE_CLUSTER' && act === 'newconn' && seq !== undefined) untaken.add(seq)
    return send(message, ...rest)
  }
  process.on('internalMessage', ({ ack }: Handover) => {
    if (ack !== undefined) untaken.delete(ack)
  })

  // Which of the two comes last differs; before that Node would hand them to the dead again.
  for (const event of ['exit', 'disconnect'] as const) {
    worker.on(event, () => {
      if (worker.isConnected()) return
      for (const ack of untaken) {
        // The answer that is missing: refused, it goes to the next; taken, the supervisor closes its own end, which is the last.
        process.emit('internalMessage', { cmd: 'NODE_CLUSTER', ack, accepted: !hasOthers() })
      }
    })
  }
}
