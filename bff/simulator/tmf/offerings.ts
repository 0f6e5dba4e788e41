import { plusDays, startOfDay } from '../population/dates.ts'
import { offerings as catalogue, type Offering } from '../population/plans.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { href, price } from './values.ts'

const categories = { option: 'Opzioni', plan: 'Piani', device: 'Dispositivi' } as const

/** TMF620 productOffering: what the operator sells, with one offering that it no longer does. */
export function offerings(world: World): Resource<Sold> {
  return {
    path: paths.offering,
    bss: 'offers',
    attributes: [
      'id', 'href', 'description', 'isBundle', 'isSellable', 'lastUpdate', 'lifecycleStatus', 'name', 'statusReason', 'version', 'agreement',
      'attachment', 'bundledProductOffering', 'category', 'channel', 'marketSegment', 'place', 'prodSpecCharValueUse', 'productOfferingPrice',
      'productOfferingRelationship', 'productOfferingTerm', 'productSpecification', 'resourceCandidate', 'serviceCandidate',
      'serviceLevelAgreement', 'validFor', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    parameters: [buyer],
    list: (query) => all.filter(({ offering }) => !query.has(buyer) || isFor(world, query.getAll(buyer), offering)),
    get: (id) => all.find(({ offering }) => offering.id === id),
    represent: ({ offering, lifecycleStatus }) => toOffering(world, offering, lifecycleStatus),
  }
}

/** A catalogue of one customer: what he may still buy. The contract has no attribute for it, so it is no filter. */
const buyer = 'relatedParty.id'

function isFor(world: World, customerIds: readonly string[], offering: Offering): boolean {
  const lines = customerIds.flatMap((id) => world.population().customerById.get(id)?.lines ?? [])
  return lines.some(({ planId, options }) => planId !== offering.id && !options.some(({ offeringId }) => offeringId === offering.id))
}

/** Whoever forgets to ask for the active ones shows this to customers. */
const retired: Offering = {
  id: 'OFF-RETIRED-SMS',
  name: 'Mille SMS',
  description: 'Non più in vendita.',
  cents: 300,
  recurring: true,
  category: 'option',
  allowance: {},
}

type Sold = { offering: Offering; lifecycleStatus: 'Active' | 'Retired' }
const all: readonly Sold[] = [
  ...catalogue.map((offering) => ({ offering, lifecycleStatus: 'Active' as const })),
  { offering: retired, lifecycleStatus: 'Retired' },
]

function toOffering(world: World, offering: Offering, lifecycleStatus: Sold['lifecycleStatus']) {
  const today = startOfDay(world.now())
  return {
    id: offering.id,
    href: href(world, 'offering', offering.id),
    name: offering.name,
    description: offering.description,
    isBundle: false,
    isSellable: lifecycleStatus === 'Active',
    lifecycleStatus,
    version: '1.0',
    lastUpdate: plusDays(today, -20).toISOString(),
    validFor: { startDateTime: plusDays(today, -200).toISOString() },
    category: [{ id: `CAT-${offering.category.toUpperCase()}`, name: categories[offering.category], '@referredType': 'Category' }],
    productOfferingPrice: [
      {
        id: `${offering.id}-PRICE`,
        name: offering.recurring ? 'Prezzo mensile' : 'Prezzo una tantum',
        priceType: offering.recurring ? 'recurring' : 'oneTime',
        ...(offering.recurring ? { recurringChargePeriod: 'month', recurringChargePeriodLength: 1 } : {}),
        lifecycleStatus,
        price: price(offering.cents),
        '@type': 'ProductOfferingPrice',
      },
    ],
    '@type': 'ProductOffering',
  }
}
