import type { Reply } from '../http/types.ts'
import { envelope, type FaultCode, type FaultParty } from './envelope.ts'

/** A call that cannot be answered as asked: it becomes a SOAP fault. */
export class SoapProblem extends Error {
  readonly party: FaultParty
  readonly code: FaultCode
  readonly status: number

  constructor(party: FaultParty, code: FaultCode, reason: string, status = 500) {
    super(reason)
    this.name = 'SoapProblem'
    this.party = party
    this.code = code
    this.status = status
  }

  toReply(): Reply {
    return { status: this.status, soap: envelope({ party: this.party, code: this.code, reason: this.message }) }
  }
}

/** The fault of the caller, and what would be right. */
export function invalid(reason: string): SoapProblem {
  return new SoapProblem('Client', 'INVALID_REQUEST', reason)
}
