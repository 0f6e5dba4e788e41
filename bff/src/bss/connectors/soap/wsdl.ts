import { Reading } from '../../tolerant/reading.ts'

/** How one operation is called. */
export type Call = {
  /** Of the service's origin, with the query. */
  path: string
  /** The SOAPAction. */
  action: string
  /** The element in the Body and its namespace. */
  element: string
  namespace: string
  /** Whether the elements in it have the namespace too. */
  isQualified: boolean
}
export type Calls = ReadonlyMap<string, Call>

/**
 * What a WSDL 1.1 says about calling a service, from its parts: the document itself and what it imports. Names are looked up without their prefix.
 * Only document/literal operations are there. @param url where calls go when the address is another system's: many describe themselves by
 * a name that only they know, and credentials go nowhere but where they were meant for.
 */
export function readWsdl(parts: readonly Reading[], url: URL): Calls {
  const definitions = parts.map((part) => part.at('definitions'))
  const all = (...path: string[]) =>
    definitions.flatMap((one) => path.reduce((found, name) => found.flatMap((at) => at.at(name).items()), [one]))
  const schemas = [...all('types', 'schema'), ...parts.flatMap((part) => part.at('schema').items())]

  const calls = new Map<string, Call>()
  for (const binding of all('binding').filter((one) => one.at('binding', '@transport').isThere())) {
    const path = pathOf(binding, all('service', 'port'), url)
    for (const bound of binding.at('operation').items()) {
      const operation = bound.at('@name').text() ?? ''
      if (calls.has(operation)) continue
      const described = named(all('portType', 'operation'), operation)
      const message = named(all('message'), local(described?.at('input', '@message')))
      const element = local(message?.at('part').items()[0]?.at('@element'))
      const schema = element && schemas.find((one) => named(one.at('element').items(), element))
      if (!element || !schema) continue
      const action = [bound.at('operation', '@soapAction').text()].find((text) => text && writable.test(text)) ?? ''
      const isQualified = schema.at('@elementFormDefault').word() === 'qualified'
      calls.set(operation, { path, action, element, namespace: schema.at('@targetNamespace').text() ?? '', isQualified })
    }
  }
  return calls
}

/** The other documents that a part refers to. */
export function importsOf(part: Reading): string[] {
  const schemas = [...part.at('definitions', 'types', 'schema').items(), ...part.at('schema').items()]
  const locations = [
    ...part.at('definitions', 'import').items().map((one) => one.at('@location')),
    ...schemas.flatMap((one) => [...one.at('import').items(), ...one.at('include').items()]).map((one) => one.at('@schemaLocation')),
  ] // prettier-ignore
  return locations.flatMap((location) => location.text() ?? [])
}

/** What may stand in an HTTP header between quotes. */
const writable = /^[\x21\x23-\x7e]+$/

function pathOf(binding: Reading, ports: readonly Reading[], url: URL): string {
  const name = binding.at('@name').text()
  const port = ports.find((one) => local(one.at('@binding')) === name)
  const address = URL.parse(port?.at('address', '@location').text() ?? '')
  const { pathname, search } = address?.origin === url.origin ? address : url
  return pathname + search
}

function named(places: readonly Reading[], name: string | undefined): Reading | undefined {
  return places.find((place) => place.at('@name').text() === name)
}

/** `tns:GetBills` → `GetBills`. */
function local(name: Reading | undefined): string | undefined {
  return name?.text()?.split(':').at(-1)
}
