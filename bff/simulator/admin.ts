import { methodNames } from '@mosaic/schemas/bss'
import type { CallRecorder } from './calls.ts'
import { followedPath } from './faults/deliver.ts'
import { parseFaults, parseTarget } from './faults/parse.ts'
import type { Faults } from './faults/registry.ts'
import { faultSchemas } from './faults/types.ts'
import { readJson } from './http/body.ts'
import { HttpProblem } from './http/problem.ts'
import type { Handler, Route } from './http/types.ts'
import { personas } from './personas.ts'
import type { SimCustomer } from './population/types.ts'
import { soapPath } from './soap/paths.ts'
import type { World } from './state/world.ts'
import { outageControls } from './tmf/outages.ts'
import { accessControls } from './tmf/resources.ts'

/** The simulator's own controls under /_simulator: faults, counters, customers, reset. */
export function adminRoutes(world: World, faults: Faults, calls: CallRecorder, reset: () => void, others: readonly Route[] = []): Route[] {
  const routes: Route[] = [
    { method: 'GET', path: '/_simulator', handle: () => ({ status: 200, json: overview(world) }) },
    { method: 'GET', path: '/_simulator/faults', handle: () => ({ status: 200, json: faults.list() }) },
    {
      method: 'DELETE',
      path: '/_simulator/faults',
      handle: () => {
        faults.clear()
        return { status: 204 }
      },
    },
    {
      method: 'GET',
      path: '/_simulator/faults/:method',
      handle: ({ params }) => ({ status: 200, json: faults.get(parseTarget(params.method ?? '')) }),
    },
    {
      method: 'PUT',
      path: '/_simulator/faults/:method',
      handle: (request) => {
        const target = parseTarget(request.params.method ?? '')
        faults.set(target, parseFaults(readJson(request)))
        return { status: 200, json: faults.get(target) }
      },
    },
    {
      method: 'DELETE',
      path: '/_simulator/faults/:method',
      handle: ({ params }) => {
        faults.clear(parseTarget(params.method ?? ''))
        return { status: 204 }
      },
    },
    {
      method: 'GET',
      path: '/_simulator/calls',
      handle: () => ({ status: 200, json: { ...calls.all(), followedRedirects: calls.followedRedirects() } }),
    },
    ...outageControls(world),
    ...accessControls(world),
    ...others,
    { method: 'GET', path: '/_simulator/customers', handle: () => ({ status: 200, json: world.population().customers.map(toSummary) }) },
    {
      method: 'POST',
      path: '/_simulator/reset',
      handle: () => {
        reset()
        return { status: 204 }
      },
    },
  ]
  return [
    ...routes.map((route) => ({ ...route, handle: onlyFromHere(route.handle) })),
    // Not behind the guard: whoever is led here comes as he is.
    {
      method: 'GET',
      path: followedPath,
      handle: () => {
        calls.followed()
        return { status: 200, json: [] }
      },
    },
  ]
}

/**
 * The controls obey programs on this machine, not web pages: a page a visitor has open elsewhere must not be able to break his demo.
 * The name in Host is checked too, or a foreign domain that points to 127.0.0.1 would pass.
 */
function onlyFromHere(handle: Handler): Handler {
  return (request) => {
    const isLocal =
      isLoopback(URL.parse(`http://${request.headers.host ?? ''}`)) &&
      (!request.headers.origin || isLoopback(URL.parse(request.headers.origin)))
    if (!isLocal)
      throw new HttpProblem(403, 'forbidden', 'Not from there', 'Expected a request from this machine to 127.0.0.1 or localhost.')
    return handle(request)
  }
}

function isLoopback(url: URL | null): boolean {
  return url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}

const descriptionOf = (schema: (typeof faultSchemas)[keyof typeof faultSchemas]) =>
  Object.keys(schema.properties).filter((name) => name !== 'kind')

function overview(world: World) {
  return {
    name: 'Mosaic simulator',
    customers: world.population().size,
    billing: `${world.origin}${soapPath}?wsdl`,
    discovery: `${world.origin}/idp/.well-known/openid-configuration`,
    staffDiscovery: `${world.origin}/staff/.well-known/openid-configuration`,
    controls: {
      faults: `PUT, GET, DELETE ${world.origin}/_simulator/faults/{method}, such as { "kind": "latency", "ms": 800 }`,
      calls: `GET ${world.origin}/_simulator/calls`,
      customers: `GET ${world.origin}/_simulator/customers`,
      outages: `PUT, GET, DELETE ${world.origin}/_simulator/outages, such as { "area": "Napoli", "planned": false }`,
      accesses: `GET ${world.origin}/_simulator/accesses`,
      sms: `GET, PUT ${world.origin}/_simulator/sms, such as { "delayMs": 500, "undelivered": true }; GET ${world.origin}/_simulator/sms/{number}`,
      camara: `PUT ${world.origin}/_simulator/camara, such as { "isWifi": true }; PUT ${world.origin}/_simulator/camara/{number}, such as { "hoursAgo": 24 }`,
      phones: `GET ${world.origin}/phone/{number}`,
      telephone: `GET ${world.origin}/_simulator/telephone, a page`,
      reset: `POST ${world.origin}/_simulator/reset`,
    },
    methods: [...methodNames, 'all'],
    faults: Object.fromEntries(Object.entries(faultSchemas).map(([kind, schema]) => [kind, descriptionOf(schema)])),
  }
}

const clusterOf = new Map(personas.map((persona) => [persona.customerId, persona.cluster]))

function toSummary(customer: SimCustomer) {
  return {
    id: customer.id,
    name: customer.displayName,
    segment: customer.segment,
    language: customer.language,
    description: customer.description,
    cluster: clusterOf.get(customer.id) ?? null,
    lines: customer.lines.map(({ id, msisdn, kind, device, payment, planType, status }) => ({
      id,
      msisdn,
      kind,
      device,
      payment,
      planType,
      status,
    })),
  }
}
