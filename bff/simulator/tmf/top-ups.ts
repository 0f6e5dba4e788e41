import { Type } from 'typebox'
import { checked, idempotencyKey } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest, conflict, notFound } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { periods } from '../population/recurring.ts'
import { lineOfTopUp, topUpsOf } from '../population/top-ups-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
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
  isAutoTopup: Type.Optional(Type.Boolean()),
  recurringPeriod: Type.Optional(Type.Enum([...periods])),
})

/** TMF654 topupBalance: raises the credit of a line, once per idempotency key; with `isAutoTopup` it is a rule that does so every period, until it is deleted. */
export function topUpRoutes(world: World): Route[] {
  const resource: Resource<TopUp> = {
    path: paths.topupBalance,
    bss: 'topUps',
    attributes: [
      'id', 'href', 'confirmationDate', 'description', 'isAutoTopup', 'numberOfPeriods', 'reason', 'requestedDate', 'voucher', 'amount',
      'balanceTopup', 'bucket', 'channel', 'logicalResource', 'partyAccount', 'paymentMethod', 'product', 'recurringPeriod', 'relatedParty',
      'requestor', 'status', 'usageType', 'validFor', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['status'],
    list: (query) =>
      customersAskedFor(world, query, 'relatedParty.id', 'product.id').flatMap((customer) =>
        customer.lines.flatMap((line) => [...madeHere(world, line.id), ...madeBefore(world, customer, line)]),
      ),
    get: (id) => findTopUp(world, id),
    represent: (topUp) => toTopUp(world, topUp),
  }
  return [
    ...readRoutes(resource),
    { method: 'POST', path: paths.topupBalance, bss: askedFor, handle: (request) => create(world, request) },
    { method: 'DELETE', path: `${paths.topupBalance}/:id`, bss: 'autoTopUp', handle: (request) => end(world, request) },
  ]
}

/** Which of Mosaic's methods a new top-up is for; a body that cannot be read counts as a plain one. */
function askedFor({ body }: SimRequest): 'topUp' | 'autoTopUp' {
  return /"isAutoTopup"\s*:\s*true/.test(body.toString('utf8')) ? 'autoTopUp' : 'topUp'
}

function madeHere(world: World, lineId: string): TopUp[] {
  return world.balances.list().filter((topUp) => topUp.lineId === lineId)
}

/** Those of before the simulator started; a rule that has been ended or replaced since is not one any more. */
function madeBefore(world: World, customer: SimCustomer, line: SimLine): TopUp[] {
  const isReplaced = madeHere(world, line.id).some(({ period, status }) => period && status === 'completed')
  return topUpsOf(world.seed, customer, line, world.now()).map((topUp) => {
    const cancelledAt = world.balances.cancelledAt(topUp.id)
    return topUp.period && (cancelledAt || isReplaced) ? { ...topUp, status: 'cancelled', ...(cancelledAt && { cancelledAt }) } : topUp
  })
}

function findTopUp(world: World, id: string): TopUp | undefined {
  const lineId = lineOfTopUp(id)
  if (lineId === undefined) return world.balances.find(id)
  const customer = world.population().customerByLineId.get(lineId)
  const line = customer?.lines.find((candidate) => candidate.id === lineId)
  return customer && line && madeBefore(world, customer, line).find((topUp) => topUp.id === id)
}

/** Ends a rule. To end it once more changes nothing; what was a single top-up cannot be undone. */
function end(world: World, request: SimRequest): Reply {
  const rule = findTopUp(world, request.params.id ?? '')
  if (!rule) throw notFound(`There is no topupBalance with id ${request.params.id}.`)
  if (!rule.period) throw conflict(`The top-up ${rule.id} is not recurring: it cannot be ended.`)
  if (rule.status !== 'cancelled') world.balances.cancel(rule.id, request.delay)
  return { status: request.delay ? 202 : 204 }
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
  const { amount, bucket, partyAccount, description, isAutoTopup, recurringPeriod } = checked(Body, body)
  if (isAutoTopup && !recurringPeriod)
    throw badRequest(`recurringPeriod: expected one of ${periods.join(', ')} with isAutoTopup, got nothing.`)
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
      ...(isAutoTopup && recurringPeriod ? { period: recurringPeriod } : {}),
    },
    request.delay,
  )
  if (key) world.balances.idempotency.record(key, body, topUp.id)
  return created(world, topUp)
}

function created(world: World, topUp: TopUp, headers: Record<string, string> = {}): Reply {
  return { status: 201, headers: { location: href(world, 'topupBalance', topUp.id), ...headers }, json: toTopUp(world, topUp) }
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
    isAutoTopup: topUp.period !== undefined,
    recurringPeriod: topUp.period,
    bucket: bucketRef(world, topUp.bucketId),
    partyAccount: owner ? partyAccountRef(owner.customer) : { id: topUp.partyAccountId },
    product: owner && [lineRef(world, owner.line)],
    logicalResource: owner && logicalResource(owner.line),
    relatedParty: owner && [customerParty(world, owner.customer)],
    '@type': 'TopupBalance',
  })
}
