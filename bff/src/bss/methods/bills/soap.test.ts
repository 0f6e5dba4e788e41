import { expect, test } from 'vitest'
import { badAt } from '../../../testing/rest-source.ts'
import { useSoapSource } from '../../../testing/soap-source.ts'

const bills = useSoapSource('bills')
const money = (amount: string) => `<amount>${amount}</amount><currency>EUR</currency>`
const bill = (id: string, changes: Record<string, string> = {}) => {
  const parts = { id, number: `N-${id}`, billDate: '2026-11-01T00:00:00Z', amountDue: money('20.00'), status: 'OPEN', ...changes }
  return `<bill>${Object.entries(parts).map(([name, value]) => `<${name}>${value}</${name}>`).join('')}</bill>` // prettier-ignore
}
const response = (inner: string) => `<GetBillsResponse xmlns="urn:mosaic:billing:v1">${inner}</GetBillsResponse>`
const list = (...found: string[]) => response(`<bills>${found.join('')}</bills>`)

test('asks for one customer by his id', async () => {
  await bills.read(list())
  expect(bills.asked()).toContain('<m:GetBills xmlns:m="urn:configured"><m:customerId>C-1</m:customerId></m:GetBills>')
})

test('newest first, with the state a customer understands', async () => {
  const body = list(
    bill('paid', { billDate: '2026-08-01T00:00:00Z', status: 'PAID' }),
    bill('overdue', { billDate: '2026-09-01T02:00:00+02:00', remainingAmount: money('5,00'), dueDate: '2026-09-20T00:00:00Z' }),
    bill('issued', { status: 'Partially_Paid ', dueDate: '2026-12-01' }),
    bill('paid in fact', { billDate: '2026-07-01', remainingAmount: money('0') }),
  )
  const found = await bills.read(body)
  expect(found.map(({ id, state, remaining, issuedOn }) => [id, state, remaining.minor, issuedOn.slice(0, 10)])).toEqual([
    ['issued', 'issued', 2_000, '2026-11-01'],
    ['overdue', 'overdue', 500, '2026-09-01'],
    ['paid', 'paid', 0, '2026-08-01'],
    ['paid in fact', 'paid', 0, '2026-07-01'],
  ])
})

test.each([
  ['one in its list', list(bill('A')), 1],
  ['one without a list', response(bill('A')), 1],
  ['two without a list', response(bill('A') + bill('B')), 2],
  ['an empty list', list(), 0],
  ['a nil list', response('<bills xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>'), 0],
])('%s', async (_, body, count) => expect(await bills.read(body)).toHaveLength(count))

test('one unreadable bill does not cost the others', async () =>
  expect(await bills.read(list(bill('A'), bill('B', { amountDue: 'much' })))).toHaveLength(1))

test.each<[string, string]>([
  ['GetBillsResponse.bills', response('')],
  ['GetBillsResponse.bills', response('<bills>none</bills>')],
  ['GetBillsResponse.bills.bill[1]', list(bill('A'), '<bill>B</bill>')],
  ['GetBillsResponse.bills.bill.id', list(bill('A', { id: '<part>1</part>' }))],
  ['GetBillsResponse.bills.bill.amountDue', list(bill('A', { amountDue: money('much') }))],
  ['GetBillsResponse.bills.bill.billDate', list(bill('A', { billDate: '31/12/2026' }))],
  ['Body', '<GetAccountResponse/>'],
])('%s is named when it is what cannot be read', (place, body) => expect(bills.read(body)).rejects.toMatchObject(badAt(place)))
