import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { contactMedium } from './customers.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { characteristic, customerParty, href, present } from './values.ts'

const common = ['id', 'href', 'contactMedium', 'creditRating', 'externalReference', 'partyCharacteristic', 'relatedParty', 'status', 'taxExemptionCertificate', '@baseType', '@schemaLocation', '@type'] // prettier-ignore

/** TMF632 individual: the people behind consumer customers. */
export function individuals(world: World): Resource<SimCustomer> {
  return {
    path: paths.individual,
    bss: 'party',
    attributes: [
      ...common, 'aristocraticTitle', 'birthDate', 'countryOfBirth', 'deathDate', 'familyName', 'familyNamePrefix', 'formattedName', 'fullName',
      'gender', 'generation', 'givenName', 'legalName', 'location', 'maritalStatus', 'middleName', 'nationality', 'placeOfBirth',
      'preferredGivenName', 'title', 'disability', 'individualIdentification', 'languageAbility', 'otherName', 'skill',
    ], // prettier-ignore
    list: () => ofType(world, 'individual'),
    get: (id) => partyOfType(world, id, 'individual'),
    represent: (customer) => toIndividual(world, customer),
  }
}

/** TMF632 organization: the companies behind business customers. */
export function organizations(world: World): Resource<SimCustomer> {
  return {
    path: paths.organization,
    bss: 'party',
    attributes: [
      ...common, 'isHeadOffice', 'isLegalEntity', 'name', 'nameType', 'organizationType', 'tradingName', 'existsDuring',
      'organizationChildRelationship', 'organizationIdentification', 'organizationParentRelationship', 'otherName',
    ], // prettier-ignore
    list: () => ofType(world, 'organization'),
    get: (id) => partyOfType(world, id, 'organization'),
    represent: (customer) => toOrganization(world, customer),
  }
}

function ofType(world: World, type: SimCustomer['partyType']): SimCustomer[] {
  return world.population().customers.filter((customer) => customer.partyType === type)
}

function partyOfType(world: World, id: string, type: SimCustomer['partyType']): SimCustomer | undefined {
  const customer = world.population().customerByPartyId.get(id)
  return customer?.partyType === type ? customer : undefined
}

function toIndividual(world: World, customer: SimCustomer) {
  return present({
    id: customer.partyId,
    href: href(world, 'individual', customer.partyId),
    givenName: customer.givenName,
    familyName: customer.familyName,
    fullName: customer.displayName,
    formattedName: customer.displayName,
    birthDate: customer.birthDate?.toISOString(),
    languageAbility: [
      { languageCode: customer.language, languageName: customer.language === 'it' ? 'Italiano' : 'English', isFavouriteLanguage: true },
    ],
    contactMedium: contactMedium(customer),
    relatedParty: [customerParty(world, customer)],
    status: 'validated',
    '@type': 'Individual',
  })
}

function toOrganization(world: World, customer: SimCustomer) {
  return {
    id: customer.partyId,
    href: href(world, 'organization', customer.partyId),
    name: customer.displayName,
    tradingName: customer.displayName,
    organizationType: 'company',
    isLegalEntity: true,
    existsDuring: { startDateTime: customer.since.toISOString() },
    // An organisation has no language ability in the contract: the language of its papers is a characteristic.
    partyCharacteristic: [characteristic('language', customer.language)],
    contactMedium: contactMedium(customer),
    relatedParty: [customerParty(world, customer)],
    status: 'validated',
    '@type': 'Organization',
  }
}
