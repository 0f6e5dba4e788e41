import { storesOf, type SimStore } from '../population/stores-of.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { characteristic, href } from './values.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** TMF674 geographicSite: the operator's shops. */
export function sites(world: World): Resource<SimStore> {
  const all = storesOf(world.seed)
  return {
    path: paths.geographicSite,
    bss: 'stores',
    attributes: [
      'id', 'href', 'code', 'creationDate', 'description', 'name', 'status', 'calendar', 'externalIdentifier', 'place', 'relatedParty',
      'siteCharacteristic', 'siteRelationship', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: () => all,
    get: (id) => all.find((store) => store.id === id),
    represent: (store) => toSite(world, store),
  }
}

function toSite(world: World, store: SimStore) {
  const { id, name, description, street, streetNr, postCode, city, latitude, longitude, phone, week, services } = store
  return {
    id,
    href: href(world, 'geographicSite', id),
    code: id,
    name,
    description,
    status: 'active',
    place: [
      {
        role: 'address of the shop',
        streetName: street,
        streetNr,
        postcode: postCode,
        city,
        country: 'IT',
        geographicLocation: { latitude: String(latitude), longitude: String(longitude), '@type': 'GeographicPoint' },
        '@type': 'GeographicAddress',
      },
    ],
    calendar: days.map((day, index) => ({
      day,
      status: week[index]?.length ? 'open' : 'closed',
      timeZone: 'Europe/Rome',
      hourPeriod: (week[index] ?? []).map(([startHour, endHour]) => ({ startHour, endHour })),
    })),
    siteCharacteristic: [characteristic('phone', phone), ...services.map((service) => characteristic('service', service))],
    '@type': 'GeographicSite',
  }
}
