import type { SimCustomer } from '../population/types.ts'
import { consentOf } from '../population/consents-of.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { accountName, characteristic, href, present } from './values.ts'

/** TMF629 customer: the role that a person or an organisation plays here. */
export function customers(world: World): Resource<SimCustomer> {
  return {
    path: paths.customer,
    bss: 'customer',
    attributes: [
      'id', 'href', 'name', 'status', 'statusReason', 'account', 'agreement', 'characteristic', 'contactMedium', 'creditProfile', 'engagedParty',
      'paymentMethod', 'relatedParty', 'validFor', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['engagedParty'],
    list: () => world.population().customers,
    get: (id) => world.population().customerById.get(id),
    represent: (customer) => toCustomer(world, customer),
  }
}

export function contactMedium(customer: SimCustomer) {
  const phone = customer.lines.find((line) => line.kind === 'voice')?.msisdn
  return [
    { mediumType: 'email', preferred: true, characteristic: { contactType: 'home', emailAddress: customer.email } },
    ...(phone ? [{ mediumType: 'phone', preferred: false, characteristic: { contactType: 'mobile', phoneNumber: phone } }] : []),
    {
      mediumType: 'postalAddress',
      preferred: false,
      characteristic: { contactType: 'home', street1: customer.street, postCode: customer.postCode, city: customer.city, country: 'IT' },
    },
  ]
}

function toCustomer(world: World, customer: SimCustomer) {
  const partyPath = customer.partyType === 'individual' ? 'individual' : 'organization'
  const account = customer.account
  const consent = consentOf(world.seed, customer)
  return present({
    id: customer.id,
    href: href(world, 'customer', customer.id),
    name: customer.displayName,
    status: 'active',
    validFor: { startDateTime: customer.since.toISOString() },
    engagedParty: {
      id: customer.partyId,
      href: href(world, partyPath, customer.partyId),
      name: customer.displayName,
      '@referredType': customer.partyType === 'individual' ? 'Individual' : 'Organization',
    },
    account: account && [
      { id: account.id, href: href(world, 'billingAccount', account.id), name: accountName(customer), '@referredType': 'BillingAccount' },
    ],
    contactMedium: contactMedium(customer),
    characteristic: [
      characteristic('brand', 'aurora'),
      ...(consent === undefined ? [] : [characteristic('careSmsConsent', String(consent))]),
    ],
    '@type': 'Customer',
  })
}
