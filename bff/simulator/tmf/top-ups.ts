import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { readJson } from '../http/body.ts'
import { badRequest, conflict } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import type { TopUp } from '../state/balances.ts'
import type { World } from '../state/world.ts'
import { bucketOwner, bucketRef, logicalResource, partyAccountRef } from './buckets.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, customersAskedFor, euros, href, lineRef, present } from './values.ts'

/** What the contract demands of a top-up, and what this operator demands of the values. */
const Body = Type.Object({
  amount: Type.Object({ amount: Type.Number({ minimum: 1, maximum: 500 }), units: Type.Literal('EUR') }),
  usageType: Type.Literal('monetary'),
  bucket: Type.Object({ id: Type.String({ minLength: 1 }) }),
  partyAccount: Type.Object({ id: Type.String({ minLength: 1 }) }),
  description: Type.Optional(Type.String({ maxLength: 500 })),
})
type Body = Static<typeof Body>

/** TMF654 topupBalance: raises the credit of a line, once per idempotency key. */
export function topUpRoutes(world: World): Route[] {
  const resource: Resource<TopUp> = {
    path: paths.topupBalance,
    bss: 'topUp',
    attributes: [
      'id', 'href', 'confirmationDate', 'description', 'isAutoTopup', 'numberOfPeriods', 'reason', 'requestedDate', 'voucher', 'amount',
      'balanceTopup', 'bucket', 'channel', 'logicalResource', 'partyAccount', 'paymentMethod', 'product', 'recurringPeriod', 'relatedParty',
      'requestor', 'status', 'usageType', 'validFor', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['status'],
    list(query) {
      const asked = new Set(customersAskedFor(world, query, 'relatedParty.id', 'product.id'))
      return world.balances.list().filter((topUp) => {
        const owner = bucketOwner(world, topUp.bucketId)
        return owner && asked.has(owner.customer)
      })
    },
    get: (id) => world.balances.find(id),
    represent: (topUp) => toTopUp(world, topUp),
  }
  return [...readRoutes(resource), { method: 'POST', path: paths.topupBalance, bss: 'topUp', handle: (request) => create(world, request) }]
}

function create(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const key = idempotencyKey(request)
  if (key) {
    const earlier = world.balances.idempotency.check(key, body)
    if (earlier === 'conflict') throw conflict('The Idempotency-Key was already used for another top-up. Use a new key for a new top-up.')
    if (earlier) {
      const topUp = world.balances.find(earlier.resultId)
      // Better no answer than a second charge.
      if (!topUp) throw conflict('The Idempotency-Key was used for a top-up too old to be shown again. Use a new key for a new top-up.')
      return created(world, topUp, { 'idempotency-replayed': 'true' })
    }
  }
  const { amount, bucket, partyAccount, description } = parse(body)
  const cents = Math.round(amount.amount * 100)
  // A float that is no whole number of cents is a mistake of the caller's, not something to round away.
  if (Math.abs(cents - amount.amount * 100) > 1e-6) throw badRequest(`amount.amount: expected at most two decimals, got ${amount.amount}.`)
  const owner = bucketOwner(world, bucket.id)
  if (!owner) throw badRequest(`bucket.id: there is no monetary bucket "${bucket.id}". Ask GET ${paths.bucket} for the ones of the line.`)
  if (owner.line.status === 'terminated') throw conflict(`The line ${owner.line.id} is terminated: its credit cannot be topped up.`)

  const topUp = world.balances.topUp(
    {
      bucketId: bucket.id,
      lineId: owner.line.id,
      amountCents: cents,
      partyAccountId: partyAccount.id,
      ...(description ? { description } : {}),
    },
    request.delay,
  )
  if (key) world.balances.idempotency.record(key, body, topUp.id)
  return created(world, topUp)
}

function created(world: World, topUp: TopUp, headers: Record<string, string> = {}): Reply {
  return { status: 201, headers: { location: href(world, 'topupBalance', topUp.id), ...headers }, json: toTopUp(world, topUp) }
}

function idempotencyKey(request: SimRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw badRequest('Idempotency-Key: expected 1 to 128 visible ASCII characters, such as a UUID.')
  }
  return key
}

function parse(body: unknown): Body {
  if (Value.Check(Body, body)) return body
  const first = Value.Errors(Body, body)[0]
  throw badRequest(`${first?.instancePath.slice(1).replaceAll('/', '.') || 'The body'}: ${first?.message ?? 'is not valid'}.`)
}

function toTopUp(world: World, topUp: TopUp) {
  const owner = bucketOwner(world, topUp.bucketId)
  return present({
    id: topUp.id,
    href: href(world, 'topupBalance', topUp.id),
    description: topUp.description,
    amount: { amount: euros(topUp.amountCents), units: 'EUR' },
    usageType: 'monetary',
    status: topUp.status,
    reason: topUp.status === 'failed' ? 'The payment was declined' : undefined,
    requestedDate: topUp.requestedAt.toISOString(),
    confirmationDate: topUp.settledAt?.toISOString(),
    isAutoTopup: false,
    bucket: bucketRef(world, topUp.bucketId),
    partyAccount: owner ? partyAccountRef(owner.customer) : { id: topUp.partyAccountId },
    product: owner && [lineRef(world, owner.line)],
    logicalResource: owner && logicalResource(owner.line),
    relatedParty: owner && [customerParty(world, owner.customer)],
    '@type': 'TopupBalance',
  })
}
