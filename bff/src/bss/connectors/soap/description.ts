import { setTimeout as sleep } from 'node:timers/promises'
import { Reading } from '../../tolerant/reading.ts'
import { parseXml } from '../../tolerant/xml.ts'
import type { Attempt } from '../contract.ts'
import type { Exchange } from '../http/exchange.ts'
import { decode } from './decode.ts'
import type { SoapSettings } from './settings.ts'
import { importsOf, readWsdl, type Call, type Calls } from './wsdl.ts'

/** How the operations of a service are called. */
export type Description = {
  /** By the WSDL; by the settings while it is not known and the time is over. Never fails. */
  of(operation: string, attempt: Attempt): Promise<Call>
}

/** To read the WSDL whole, with all it imports. */
const readingTimeoutMs = 5_000
const maxParts = 16
/** A WSDL that could not be read is tried again so much later, behind the calls. */
const retryMs = 60_000

/** Reads the WSDL when it is first needed, and keeps it: services change their address and namespaces only with their clients. */
export function createDescription({ url, namespace }: SoapSettings, http: Exchange): Description {
  let calls: Calls | undefined
  let reading: Promise<void> | undefined
  let retryAt = 0
  // Until somebody waited in vain: then nobody does any more.
  let isWorthWaiting = true

  const read = async () => {
    try {
      const found = readWsdl(await readParts(url, http), url)
      if (found.size === 0) throw new RangeError('This WSDL has no operation that is document/literal')
      calls = found
    } catch {
      // The call itself will tell what is wrong with the service.
      retryAt = performance.now() + retryMs
    } finally {
      reading = undefined
    }
  }

  return {
    async of(operation, { timeoutMs, signal }) {
      if (!calls && performance.now() >= retryAt) reading ??= read()
      if (reading && isWorthWaiting) {
        await whicheverIsFirst(reading, { timeoutMs, signal })
        isWorthWaiting = calls !== undefined || signal?.aborted === true
      }
      const fallback = { path: url.pathname + url.search, action: '', element: operation, namespace, isQualified: true }
      return calls?.get(operation) ?? fallback
    },
  }
}

/** The WSDL and what it imports, as far as that stands on the same system: nobody leads the BFF elsewhere. */
async function readParts(url: URL, http: Exchange): Promise<Reading[]> {
  const wsdl = new URL(url)
  wsdl.search = url.search ? `${url.search}&wsdl` : '?wsdl'
  const signal = AbortSignal.timeout(readingTimeoutMs)
  const places = [wsdl]
  const parts: Reading[] = []
  for (const place of places) {
    const request = { name: 'soap wsdl', origin: url.origin, path: place.pathname + place.search, method: 'GET', headers: {} } as const
    const { body, header } = await http.send(request, { timeoutMs: readingTimeoutMs, signal })
    const part = new Reading(parseXml(decode(body, header('content-type'))), 'wsdl')
    parts.push(part)
    for (const location of importsOf(part)) {
      const other = URL.parse(location, place)
      const isNew = other?.origin === url.origin && !places.some(({ href }) => href === other.href)
      if (isNew && places.length < maxParts) places.push(other)
    }
  }
  return parts
}

async function whicheverIsFirst(reading: Promise<void>, { timeoutMs, signal }: Attempt): Promise<void> {
  const done = new AbortController()
  const leave = () => done.abort()
  signal?.addEventListener('abort', leave, { once: true })
  try {
    await Promise.race([reading, sleep(timeoutMs, undefined, { signal: done.signal }).catch(() => undefined)])
  } finally {
    leave()
    signal?.removeEventListener('abort', leave)
  }
}
