import type { Question } from './peers/contract.ts'

const euros = (value: number) => ({ unit: 'EUR', value })
const period = { startDateTime: '2026-11-01T00:00:00Z', endDateTime: '2026-12-01T00:00:00Z' }
const list = <T>(length: number, one: (index: number) => T): T[] => Array.from({ length }, (_, index) => one(index))

/** A small right answer of the TM Forum contract: one line, six bills, three counters, twelve offers. */
export function bodyOf({ method, customer }: Question): unknown {
  const line = `L-${customer}`
  switch (method) {
    case 'customer':
      return {
        id: `C-${customer}`,
        status: 'active',
        engagedParty: { id: `P-${customer}`, '@referredType': 'Individual' },
        validFor: period,
      }
    case 'party':
      return {
        id: `P-${customer}`,
        givenName: 'Anna',
        familyName: 'Rossi',
        birthDate: '1990-05-17',
        languageAbility: [{ languageCode: 'it' }],
      }
    case 'lines':
      return [productOf(line, customer)]
    case 'account':
      return [{ id: `A-${customer}`, accountBalance: [{ balanceType: 'receivableBalance', amount: euros(customer % 90) }] }]
    case 'bills':
      return list(6, (index) => ({
        id: `B-${customer}-${index}`,
        billNo: `2026/${customer}/${index}`,
        amountDue: euros(20 + index),
        remainingAmount: euros(index === 0 ? 20 : 0),
        billDate: `2026-0${index + 1}-01T00:00:00Z`,
        paymentDueDate: `2026-0${index + 1}-25T00:00:00Z`,
        state: index === 0 ? 'sent' : 'settled',
      }))
    case 'balance':
      return [
        { id: line, usageType: 'monetary', status: 'active', remainingValue: { amount: customer % 50, units: 'EUR' }, validFor: period },
      ]
    case 'usage':
      return { id: 'U-1', state: 'done', usageConsumption: [{ bucketRefOrValue: ['data', 'voice', 'sms'].map(bucketOf) }] }
    case 'offers':
      return list(12, (index) => ({
        id: `offer-${index}`,
        name: `Offerta ${index}`,
        description: 'Minuti illimitati e giga in tutta Europa, senza vincoli di durata',
        lifecycleStatus: 'Active',
        productOfferingPrice: [{ priceType: 'recurring', price: { taxIncludedAmount: euros(9.99) } }],
      }))
  }
}

function productOf(id: string, customer: number) {
  const traits = { msisdn: `39333${String(customer).padStart(7, '0')}`, lineKind: 'voice', deviceType: 'smartphone', paymentType: 'hybrid' }
  return {
    id,
    name: 'Aurora 100',
    status: 'active',
    startDate: '2024-03-01T00:00:00Z',
    productCharacteristic: Object.entries(traits).map(([name, value]) => ({ name, value })),
    productPrice: [{ priceType: 'recurring', price: { taxIncludedAmount: euros(9.99) } }],
  }
}

const unitsOf: Record<string, string> = { data: 'GB', voice: 'min', sms: 'sms' }

function bucketOf(usageType: string) {
  const counter = (counterType: string, amount: number) => ({ counterType, value: { amount, units: unitsOf[usageType] } })
  return { id: usageType, name: usageType, usageType, bucketCounter: [counter('remaining', 60), counter('used', 40)], validFor: period }
}
