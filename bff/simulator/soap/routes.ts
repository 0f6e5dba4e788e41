import { notFound } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { envelope } from './envelope.ts'
import { operations } from './operations.ts'
import { soapPath } from './paths.ts'
import { SoapProblem } from './problem.ts'
import { createRequestReader, operationIn } from './request.ts'
import { createSecurity, type SoapCredentials } from './security.ts'
import { billingWsdl } from './wsdl.ts'

/** The operator's billing system from before TM Forum: SOAP 1.1, WS-Security, the same customers. */
export function soapRoutes(world: World, credentials: SoapCredentials): Route[] {
  const readRequest = createRequestReader(createSecurity(credentials, world.now))
  return [
    { method: 'GET', path: soapPath, handle: ({ url }) => wsdlReply(url, world.origin) },
    {
      method: 'POST',
      path: soapPath,
      format: 'soap',
      bss(request) {
        const operation = operationIn(request.body)
        return operation && operations[operation].bss
      },
      handle: withFaults((request) => {
        const { operation, customerId } = readRequest(request)
        const customer = world.population().customerById.get(customerId)
        if (!customer) throw new SoapProblem('Client', 'UNKNOWN_CUSTOMER', 'Expected the id of a customer that exists.')
        return { status: 200, soap: envelope(operations[operation].answer(withPayments(world, customer))) }
      }),
    },
  ]
}

/** The customer with what he has paid since: the same as over REST. */
function withPayments(world: World, customer: SimCustomer): SimCustomer {
  return customer.account ? { ...customer, account: world.payments.settled(customer.account) } : customer
}

function wsdlReply(url: URL, origin: string): Reply {
  if (!url.searchParams.has('wsdl')) throw notFound(`Calls are POSTs; the description is at ${soapPath}?wsdl.`)
  return { status: 200, headers: { 'content-type': 'text/xml;charset=utf-8' }, text: billingWsdl(origin) }
}

function withFaults(handle: (request: SimRequest) => Reply): (request: SimRequest) => Reply {
  return (request) => {
    try {
      return handle(request)
    } catch (error) {
      if (error instanceof SoapProblem) return error.toReply()
      throw error
    }
  }
}
