import { BssFailure } from '../../failure.ts'
import type { Reading } from '../../tolerant/reading.ts'
import { isObject } from '../../tolerant/values.ts'

/**
 * The failure that a SOAP fault is. The side of the server may be well again the next time; that of the client will not, and did nothing. Its words
 * are left out, for they may be about the customer: the codes tell enough.
 */
export function faultFailure(name: string, fault: Reading, retryAfter: string | undefined): BssFailure {
  // SOAP 1.1 writes `soapenv:Server.Timeout`, SOAP 1.2 nests subcodes.
  const code = fault.at('faultcode').text() ?? fault.at('Code', 'Value').text() ?? ''
  const side = code.split(':').at(-1)?.split('.')[0]?.toLowerCase()
  const mayPass = side === 'server' || side === 'receiver'
  const detail = codeIn(fault.at('detail').value) ?? codeIn(fault.at('Detail').value)
  const got = ['a fault', side && pattern.test(side) ? `of the ${side}` : undefined, detail].filter(Boolean).join(' ')
  return new BssFailure(
    mayPass ? 'BSS_UNAVAILABLE' : 'BSS_BAD_ANSWER',
    name,
    {
      expected: 'a response',
      got,
      fix: mayPass ? 'Look at the log of the back-end' : 'Compare the request and its credentials with the WSDL',
    },
    {
      wasSent: mayPass,
      isRetryable: mayPass,
      retryAfterSeconds: retryAfter !== undefined && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : undefined,
    },
  )
}

/** A word, such as UNKNOWN_CUSTOMER: nothing with digits or blanks, which could be somebody's number or name. */
const pattern = /^[a-z][a-z_.-]{0,39}$/i
const maxDepth = 4

/** The first text of a detail that is called a code. */
function codeIn(detail: unknown, depth = 0): string | undefined {
  if (!isObject(detail) || depth === maxDepth) return undefined
  for (const [name, value] of Object.entries(detail)) {
    const found = typeof value === 'string' ? (/code$/i.test(name) && pattern.test(value) ? value : undefined) : codeIn(value, depth + 1)
    if (found) return found
  }
  return undefined
}
