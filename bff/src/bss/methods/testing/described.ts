/** A customer described twice: in TM Forum's words, and as rows of the tables in connectors/sql/README.md. */
export type Described = {
  title: string
  id: string
  tmf: { customer: object; products: object[] }
  rows: string[]
}

const trait = (name: string, value: string) => ({ name, value })
const option = (id: string, line: string, offering: string, status = 'active') => ({
  id,
  status,
  productOffering: { id: offering },
  productRelationship: [{ relationshipType: 'reliesOn', product: { id: line } }],
})

export const customers: Described[] = [
  {
    title: 'a person with three lines',
    id: 'C-1',
    tmf: {
      customer: {
        id: 'C-1',
        status: 'Active',
        engagedParty: { '@referredType': 'Individual' },
        validFor: { startDateTime: '2019-07-03T04:00:00Z' },
      },
      products: [
        {
          id: 'L-1',
          name: 'Aurora 100',
          status: 'active',
          startDate: '2020-02-29T10:30:00Z',
          productCharacteristic: [
            trait('msisdn', '3331234567'),
            trait('lineKind', 'voice'),
            trait('deviceType', 'smartphone'),
            trait('paymentType', 'hybrid'),
            trait('planType', 'allInclusive'),
            trait('renewalDate', '2026-12-01T00:00:00Z'),
          ],
          productPrice: [{ priceType: 'recurring', price: { taxIncludedAmount: { value: 9.99, unit: 'EUR' } } }],
        },
        {
          id: 'L-2',
          name: 'Aurora Tablet',
          status: 'suspended',
          productCharacteristic: [
            trait('msisdn', '3339876543'),
            trait('lineKind', 'data'),
            trait('deviceType', 'tablet'),
            trait('paymentType', 'postpaid'),
            trait('planType', 'base'),
          ],
          productPrice: [{ priceType: 'recurring', price: { taxIncludedAmount: { value: '1234567.01', unit: 'EUR' } } }],
        },
        {
          id: 'L-3',
          name: 'Perché no? “50 €”',
          status: 'active',
          productCharacteristic: [
            trait('msisdn', '3330000000'),
            trait('lineKind', 'data'),
            trait('deviceType', 'router'),
            trait('paymentType', 'prepaid'),
            trait('planType', 'base'),
          ],
        },
        option('P-1', 'L-1', 'OPT-GIGA'),
        option('P-2', 'L-1', 'OPT-ROAMING'),
        option('P-3', 'L-1', 'OPT-OLD', 'terminated'),
      ],
    },
    rows: [
      `insert into subscriber values ('C-1', 0, 'Active', '2019-07-03 04:00:00')`,
      `insert into sim values ('L-1', 'C-1', '3331234567', 0, 'Smartphone', 0, 'hybrid', 'Aurora 100', 1, '2020-02-29 10:30:00', '2026-12-01 00:00:00', 999)`,
      `insert into sim values ('L-2', 'C-1', '3339876543', 1, 'tablet', 1, 'POSTPAID', 'Aurora Tablet', 0, null, null, 123456701)`,
      `insert into sim values ('L-3', 'C-1', '3330000000', 1, 'router', 0, 'prepaid', 'Perché no? “50 €”', 0, null, null, null)`,
      `insert into sim_service values ('L-1', 'OPT-ROAMING', null)`,
      `insert into sim_service values ('L-1', 'OPT-GIGA', null)`,
      `insert into sim_service values ('L-1', 'OPT-OLD', '2026-01-01 00:00:00')`,
    ],
  },
  {
    title: 'a company with one line',
    id: 'C-2',
    tmf: {
      customer: { id: 'C-2', engagedParty: { '@referredType': 'Organization' } },
      products: [
        {
          id: 'L-4',
          name: 'Aurora Business',
          status: 'active',
          startDate: '2026-11-01T00:00:00Z',
          productCharacteristic: [
            trait('msisdn', '3341111111'),
            trait('lineKind', 'voice'),
            trait('deviceType', 'smartphone'),
            trait('paymentType', 'postpaid'),
            trait('planType', 'allInclusive'),
          ],
          productPrice: [{ priceType: 'recurring', price: { taxIncludedAmount: { value: 0, unit: 'EUR' } } }],
        },
      ],
    },
    rows: [
      `insert into subscriber values ('C-2', 1, null, null)`,
      `insert into sim values ('L-4', 'C-2', '3341111111', 0, 'smartphone', 0, 'postpaid', 'Aurora Business', 1, '2026-11-01 00:00:00', null, 0)`,
    ],
  },
  {
    title: 'a customer without lines',
    id: '3',
    tmf: { customer: { id: '3', status: 'prospect', engagedParty: { '@referredType': 'Individual' } }, products: [] },
    rows: [`insert into subscriber values ('3', 0, 'Prospect', null)`],
  },
]
