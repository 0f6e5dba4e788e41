import { badRequest } from '../http/problem.ts'
import type { Route } from '../http/types.ts'
import { pukOf } from '../population/sims-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
import { simNow } from '../state/sims-now.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { characteristic, customerParty, href, lineRef, present } from './values.ts'

/** A line, whose SIM is the resource. */
type Owned = { customer: SimCustomer; line: SimLine }

const ofLine = 'resourceRelationship.resource.id'
const idPrefix = 'SIM-'

/** TMF639 resource: the SIMs, with the codes that unlock them. Of one line at a time, and every look is noted. */
export function resources(world: World): Resource<Owned> {
  return {
    path: paths.resource,
    bss: 'simSecrets',
    attributes: [
      'id', 'href', 'category', 'description', 'endOperatingDate', 'name', 'resourceVersion', 'startOperatingDate', 'value',
      'activationFeature', 'attachment', 'note', 'place', 'relatedParty', 'resourceCharacteristic', 'resourceRelationship',
      'resourceSpecification', 'administrativeState', 'operationalState', 'resourceStatus', 'usageState', '@baseType', '@schemaLocation',
      '@type',
    ], // prettier-ignore
    list(query) {
      const [lineId, ...more] = query.getAll(ofLine)
      if (!lineId || more.length > 0 || lineId.includes(','))
        throw badRequest(`${ofLine}: expected one line; nobody is told the codes of all.`)
      return [seen(world, lineId) ?? []].flat()
    },
    get: (id) => (id.startsWith(idPrefix) ? seen(world, id.slice(idPrefix.length)) : undefined),
    represent: (owned) => toResource(world, owned),
  }
}

/** Which codes were looked at, and when: `GET /_simulator/accesses`. */
export function accessControls(world: World): Route[] {
  return [{ method: 'GET', path: '/_simulator/accesses', handle: () => ({ status: 200, json: world.accesses.list() }) }]
}

function seen(world: World, lineId: string): Owned | undefined {
  const customer = world.population().customerByLineId.get(lineId)
  const line = customer?.lines.find(({ id }) => id === lineId)
  if (!customer || !line) return undefined
  world.accesses.record(lineId)
  return { customer, line }
}

function toResource(world: World, { customer, line }: Owned) {
  const { form, state, iccid } = simNow(world, customer, line)
  const id = `${idPrefix}${line.id}`
  return present({
    id,
    href: href(world, 'resource', id),
    category: 'SIM',
    name: form === 'esim' ? 'eSIM' : 'SIM',
    value: iccid,
    administrativeState: state === 'blocked' ? 'locked' : 'unlocked',
    operationalState: state === 'toInstall' ? 'disable' : 'enable',
    resourceStatus: state === 'toInstall' ? 'reserved' : 'available',
    startOperatingDate: line.activatedOn.toISOString(),
    resourceCharacteristic: [characteristic('PUK1', pukOf(world.seed, iccid, 1)), characteristic('PUK2', pukOf(world.seed, iccid, 2))],
    relatedParty: [customerParty(world, customer)],
    resourceRelationship: [{ relationshipType: 'realizes', resource: lineRef(world, line) }],
    '@type': 'LogicalResource',
    '@baseType': 'Resource',
  })
}
