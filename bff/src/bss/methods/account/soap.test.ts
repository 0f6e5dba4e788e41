import { expect, test } from 'vitest'
import { badAt } from '../../../testing/rest-source.ts'
import { useSoapSource } from '../../../testing/soap-source.ts'

const account = useSoapSource('account')
const money = (amount: string) => `<amount>${amount}</amount><currency>EUR</currency>`
const response = (inner: string) => `<GetAccountResponse xmlns="urn:mosaic:billing:v1">${inner}</GetAccountResponse>`
const one = (inner: string) => response(`<account><id>A-1</id>${inner}</account>`)
const euros = (minor: number) => ({ minor, currency: 'EUR' })

test('asks for one customer by his id', async () => {
  await account.read(response(''))
  expect(account.asked()).toContain('<m:GetAccount xmlns:m="urn:configured"><m:customerId>C-1</m:customerId></m:GetAccount>')
})

test.each([
  ['what is overdue is told', `<balance>${money('50.00')}</balance><overdueBalance>${money('20,5')}</overdueBalance>`, 2_050],
  ['all of it is', `<status>In arrears</status><balance>${money('50.00')}</balance>`, 5_000],
  ['nothing of it is', `<status>DUE</status><balance>${money('50.00')}</balance>`, 0],
])('%s', async (_, inner, overdue) => {
  expect(await account.read(one(`${inner}<directDebit>true</directDebit>`))).toEqual({
    id: 'A-1',
    due: euros(5_000),
    overdue: euros(overdue),
    autopay: true,
  })
})

test.each([
  ['no account', response('')],
  ['an empty one', response('<account/>')],
  ['a nil one', response('<account xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>')],
])('%s is a customer who pays in advance', async (_, body) =>
  expect(await account.read(body)).toEqual({ due: euros(0), overdue: euros(0), autopay: false }),
)

test.each<[string, string]>([
  ['GetAccountResponse', response('closed')],
  ['GetAccountResponse.account', response('<account>closed</account>')],
  ['GetAccountResponse.account', response('<account><id>1</id></account><account><id>2</id></account>')],
  ['GetAccountResponse.account.balance', one('')],
  ['GetAccountResponse.account.balance', one('<balance>much</balance>')],
  ['GetAccountResponse.account.id', response(`<account><balance>${money('1')}</balance></account>`)],
  ['Body', '<GetBillsResponse/>'],
])('%s is named when it is what cannot be read', (place, body) => expect(account.read(body)).rejects.toMatchObject(badAt(place)))
