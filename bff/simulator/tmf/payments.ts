import { Type } from 'typebox'
import { checked, idempotencyKey } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest, conflict } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import type { SimBill, SimCustomer } from '../population/types.ts'
import type { Payment } from '../state/payments.ts'
import type { World } from '../state/world.ts'
import { billsOf } from './bills.ts'
import { methodsOf } from './payment-methods.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { accountRef, customerParty, customersAskedFor, href, money, present } from './values.ts'

/** What the contract demands of a payment, and what this operator demands of it: one bill, paid whole. */
const Body = Type.Object({
  totalAmount: Type.Object({ value: Type.Number({ exclusiveMinimum: 0 }), unit: Type.Literal('EUR') }),
  account: Type.Object({ id: Type.String({ minLength: 1 }) }),
  paymentMethod: Type.Object({ id: Type.String({ minLength: 1 }) }),
  paymentItem: Type.Array(Type.Object({ item: Type.Object({ id: Type.String({ minLength: 1 }) }) }), { minItems: 1, maxItems: 1 }),
  correlatorId: Type.Optional(Type.String({ maxLength: 128 })),
})

/** TMF676 payment: what was paid, and the paying of a bill, once per idempotency key. */
export function paymentRoutes(world: World): Route[] {
  const resource: Resource<Paid> = {
    path: paths.payment,
    bss: ({ method }) => (method === 'POST' ? 'payBill' : 'payments'),
    attributes: [
      'id', 'href', 'authorizationCode', 'correlatorId', 'description', 'name', 'paymentDate', 'status', 'statusDate', 'account', 'amount',
      'channel', 'payer', 'paymentItem', 'paymentMethod', 'taxAmount', 'totalAmount', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['account', 'paymentMethod'],
    list: (query) => customersAskedFor(world, query, 'payer.id').flatMap((customer) => paymentsOf(world, customer)),
    get: (id) => find(world, id),
    represent: (paid) => toPayment(world, paid),
  }
  return [...readRoutes(resource), { method: 'POST', path: paths.payment, bss: 'payBill', handle: (request) => create(world, request) }]
}

type Paid = { customer: SimCustomer; payment: Payment }

/** Newest first: those made since the start, then those of the bills that were paid before. */
function paymentsOf(world: World, customer: SimCustomer): Paid[] {
  const earlier = (customer.account?.bills ?? []).flatMap((bill) => earlierPayment(world, customer, bill))
  return [...world.payments.of(customer.id), ...earlier].map((payment) => ({ customer, payment }))
}

function earlierPayment(world: World, customer: SimCustomer, bill: SimBill): Payment[] {
  const method = methodsOf(world, customer)[0]?.method
  if (!bill.paidOn || !method) return []
  return [
    {
      id: `PAY-${bill.id}`,
      customerId: customer.id,
      billId: bill.id,
      amountCents: bill.amountCents,
      paymentMethodId: method.id,
      requestedAt: bill.paidOn,
      status: 'done',
      settledAt: bill.paidOn,
    },
  ]
}

function find(world: World, id: string): Paid | undefined {
  const made = world.payments.find(id)
  const customer = world.population().customerById.get(made?.customerId ?? `C-${/^PAY-BILL-(\d+)-/.exec(id)?.[1]}`)
  return customer && paymentsOf(world, customer).find(({ payment }) => payment.id === id)
}

function create(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const key = idempotencyKey(request)
  const earlier = key === undefined ? undefined : world.payments.idempotency.check(key, body)
  if (earlier === 'conflict') throw conflict('The Idempotency-Key was already used for another payment. Use a new key for a new payment.')
  const paid = earlier && find(world, earlier.resultId)
  if (paid) return created(world, paid, { 'idempotency-replayed': 'true' })

  const { totalAmount, account, paymentMethod, paymentItem, correlatorId } = checked(Body, body)
  const customer = world.population().customerById.get(account.id.replace(/^A-/, 'C-'))
  if (customer?.account?.id !== account.id) throw badRequest(`account.id: there is no billing account "${account.id}".`)
  const billId = paymentItem[0]?.item.id ?? ''
  const bill = billsOf(world, customer).find(({ id }) => id === billId)
  if (!bill) throw badRequest(`paymentItem[0].item.id: the account has no bill "${billId}". Ask GET ${paths.bill} for its bills.`)
  const method = methodsOf(world, customer).find((one) => one.method.id === paymentMethod.id)?.method
  if (!method) throw badRequest(`paymentMethod.id: the customer has none such. Ask GET ${paths.paymentMethod} for those there are.`)
  if (method.status !== 'active') throw badRequest(`paymentMethod.id: "${method.name}" is ${method.status}. Use one that is active.`)
  const openCents = bill.remainingCents - world.payments.underWay(bill.id)
  if (openCents === 0) throw conflict(`The bill ${bill.number} is paid, or is being paid.`)
  const cents = Math.round(totalAmount.value * 100)
  if (Math.abs(cents - totalAmount.value * 100) > 1e-6 || cents !== openCents) {
    throw badRequest(`totalAmount.value: expected what is left of the bill, ${openCents / 100}, got ${totalAmount.value}.`)
  }

  const payment = world.payments.pay(
    { customerId: customer.id, billId, amountCents: cents, paymentMethodId: method.id, ...(correlatorId ? { correlatorId } : {}) },
    request.delay,
  )
  if (key) world.payments.idempotency.record(key, body, payment.id)
  return created(world, { customer, payment })
}

function created(world: World, paid: Paid, headers: Record<string, string> = {}): Reply {
  return { status: 201, headers: { location: href(world, 'payment', paid.payment.id), ...headers }, json: toPayment(world, paid) }
}

function toPayment(world: World, { customer, payment }: Paid) {
  const method = methodsOf(world, customer).find((one) => one.method.id === payment.paymentMethodId)?.method
  const amount = money(payment.amountCents)
  return present({
    id: payment.id,
    href: href(world, 'payment', payment.id),
    correlatorId: payment.correlatorId,
    status: payment.status,
    statusDate: (payment.settledAt ?? payment.requestedAt).toISOString(),
    paymentDate: payment.requestedAt.toISOString(),
    amount,
    totalAmount: amount,
    account: accountRef(world, customer),
    payer: customerParty(world, customer),
    paymentMethod: present({
      id: payment.paymentMethodId,
      href: href(world, 'paymentMethod', payment.paymentMethodId),
      name: method?.name,
      '@referredType': method?.type,
    }),
    paymentItem: [
      {
        id: '1',
        amount,
        totalAmount: amount,
        item: { id: payment.billId, href: href(world, 'bill', payment.billId), '@referredType': 'CustomerBill' },
      },
    ],
    '@type': 'Payment',
  })
}
