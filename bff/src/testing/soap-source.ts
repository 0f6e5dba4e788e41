import { afterAll, afterEach, beforeAll } from 'vitest'
import type { MethodResult } from '@mosaic/schemas/bss'
import { createSoapConnector, type SoapRequest } from '../bss/connectors/soap/connector.ts'
import { methodSources } from '../bss/methods/index.ts'
import type { Source } from '../bss/contract.ts'
import { envelope, sendXml, startSoapService, type SoapService } from './soap-service.ts'

type SoapMethod = 'account' | 'bills'

/** How one method reads what a SOAP service on a real socket answers: `read` gets what stands in the Body. */
export function useSoapSource<Name extends SoapMethod>(name: Name) {
  let service: SoapService
  let connector: ReturnType<typeof createSoapConnector>
  beforeAll(async () => {
    service = await startSoapService()
    connector = createSoapConnector(service.settings)
  })
  afterEach(() => void (service.requests.length = 0))
  afterAll(async () => {
    await connector.close()
    await service.close()
  })

  return {
    read(body: string): Promise<MethodResult<Name>> {
      service.answer = (response) => sendXml(response, envelope(body))
      const send = (request: SoapRequest) => connector.send(request, { timeoutMs: 10_000 })
      const source = methodSources[name].soap as unknown as Source<SoapMethod, 'soap'>
      const context = { currency: 'EUR', now: new Date('2026-11-22T10:00:00Z'), send, sendOnce: send }
      return source.ask(context, { customerId: 'C-1' }, undefined) as Promise<MethodResult<Name>>
    },
    /** What was asked last. */
    asked: () => service.requests.at(-1)?.body ?? '',
  }
}
