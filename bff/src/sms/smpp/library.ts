import { isIP } from 'node:net'
import library from 'smpp'

/*
 * The only file that knows the package `smpp`, which has no types. It speaks the protocol; whatever else it does or leaves undone is made up for by
 * session.ts: answers that never come, a socket that is open and deaf after an error, no bound on what is on the way.
 */

export type Pdu = {
  command: string
  command_id: number
  command_status: number
  sequence_number: number
  message_id?: string
  esm_class?: number
  short_message?: { message?: unknown }
  receipted_message_id?: unknown
  message_state?: unknown
  isResponse(): boolean
  response(options?: { command_status?: number }): Pdu
}
type Answered = (answer: Pdu) => void
export type Link = {
  socket: { setNoDelay(on: boolean): void }
  /** The number of what was sent last, and who waits for an answer by such a number: for ever, unless he is taken out. */
  sequence: number
  _callbacks: Record<number, Answered | undefined>
  on(event: 'pdu', heard: (pdu: Pdu) => void): void
  on(event: 'error', failed: (error: Error & { code?: string }) => void): void
  on(event: 'close' | 'connect' | 'secureConnect', happened: () => void): void
  /** These are false when nothing can be sent any more. `sent`: once it has been written. */
  send(pdu: Pdu, sent?: () => void): boolean
  bind_transceiver(
    options: { system_id: string; password: string; interface_version: number; system_type: string },
    answered: Answered,
  ): boolean
  submit_sm(options: Submission, answered: Answered): boolean
  enquire_link(answered: Answered): boolean
  unbind(answered: Answered): boolean
  destroy(): void
}
export type Submission = {
  source_addr: string
  source_addr_ton: number
  source_addr_npi: number
  destination_addr: string
  dest_addr_ton: number
  dest_addr_npi: number
  registered_delivery: number
  data_coding: number
  short_message: Buffer
}

type Options = { host: string; port: number; tls: boolean; servername?: string }

const { connect } = library as { connect(options: Options): Link }

/** Begins to connect. By host and port: its own reading of addresses uses what Node has deprecated. */
export function openLink({ host, port, isTls }: { host: string; port: number; isTls: boolean }): Link {
  return connect({ host, port, tls: isTls, ...(isTls && !isIP(host) && { servername: host }) })
}
