import { Type } from 'typebox'
import { checked, idempotencyKey } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest, conflict, HttpProblem } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import type { Transfer } from '../state/transfers.ts'
import type { World } from '../state/world.ts'
import { bucketOwner, bucketRef, creditOf, logicalResource, partyAccountRef, type CreditLine } from './buckets.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, euros, href, lineRef, money, present } from './values.ts'

/** What this operator asks for a transfer, and how much a line may send a day. */
const tariff = { feeCents: 50, dailyCents: 3_000 } as const

const Ref = Type.Object({ id: Type.String({ minLength: 1 }) })
/** What the contract demands of a transfer, and what this operator demands of the values: the sender pays, and has been told how much. */
const Body = Type.Object({
  reason: Type.String({ minLength: 1, maxLength: 500 }),
  amount: Type.Object({ amount: Type.Number({ minimum: 1, maximum: 100 }), units: Type.Literal('EUR') }),
  usageType: Type.Literal('monetary'),
  bucket: Ref,
  logicalResource: Type.Array(Ref, { minItems: 1, maxItems: 1 }),
  receiverBucket: Ref,
  receiverBucketUsageType: Type.Literal('monetary'),
  receiverLogicalResource: Ref,
  channel: Ref,
  description: Type.Optional(Type.String({ maxLength: 500 })),
  costOwner: Type.Literal('originator'),
  transferCost: Type.Object({ value: Type.Number({ minimum: 0 }), unit: Type.Literal('EUR') }),
})

/** TMF654 transferBalance: moves credit from one prepaid line to another, once per idempotency key. */
export function transferRoutes(world: World): Route[] {
  return [
    ...readRoutes(transfers(world)),
    { method: 'POST', path: paths.transferBalance, bss: 'transferCredit', handle: (request) => create(world, request) },
  ]
}

export function transfers(world: World): Resource<Transfer> {
  return {
    path: paths.transferBalance,
    bss: 'transferCredit',
    attributes: [
      'id', 'href', 'confirmationDate', 'description', 'reason', 'requestedDate', 'amount', 'bucket', 'channel', 'costOwner', 'logicalResource',
      'partyAccount', 'product', 'receiver', 'receiverBucket', 'receiverBucketUsageType', 'receiverLogicalResource', 'receiverProduct',
      'relatedParty', 'requestor', 'status', 'transferCost', 'usageType', 'validFor', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['reason', 'receiverLogicalResource', 'channel', 'logicalResource', 'status'],
    list: () => world.transfers.list(),
    get: (id) => world.transfers.find(id),
    represent: (transfer) => toTransfer(world, transfer),
  }
}

function create(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const key = idempotencyKey(request)
  const earlier = key === undefined ? undefined : world.transfers.idempotency.check(key, body)
  if (earlier === 'conflict') throw conflict('The Idempotency-Key was already used for another transfer. Use a new key for a new transfer.')
  if (earlier) {
    const transfer = world.transfers.find(earlier.resultId)
    // Better no answer than to send it a second time.
    if (!transfer)
      throw conflict('The Idempotency-Key was used for a transfer too old to be shown again. Use a new key for a new transfer.')
    return created(world, transfer, { 'idempotency-replayed': 'true' })
  }

  const { amount, bucket, logicalResource: from, receiverBucket, receiverLogicalResource: to, ...wanted } = checked(Body, body)
  const [amountCents, feeCents] = [centsOf('amount.amount', amount.amount), centsOf('transferCost.value', wanted.transferCost.value)]
  const sender = ownerOf(world, 'bucket.id', bucket.id)
  const receiver = ownerOf(world, 'receiverBucket.id', receiverBucket.id)
  if (from[0]?.id !== sender.line.msisdn) throw badRequest('logicalResource[0].id: expected the number whose credit the bucket is.')
  if (to.id !== receiver.line.msisdn)
    throw badRequest('receiverLogicalResource.id: expected the number whose credit the receiverBucket is.')
  refuseOthers(world, sender, receiver, { amountCents, feeCents })

  const transfer = world.transfers.send(
    {
      bucketId: bucket.id,
      lineId: sender.line.id,
      receiverBucketId: receiverBucket.id,
      receiverLineId: receiver.line.id,
      amountCents,
      feeCents,
      reason: wanted.reason,
      channelId: wanted.channel.id,
      ...(wanted.description ? { description: wanted.description } : {}),
    },
    request.delay,
  )
  if (key) world.transfers.idempotency.record(key, body, transfer.id)
  return created(world, transfer)
}

function ownerOf(world: World, name: string, bucketId: string): CreditLine {
  const owner = bucketOwner(world, bucketId)
  if (!owner) throw badRequest(`${name}: there is no monetary bucket "${bucketId}". Ask GET ${paths.bucket} for the one of the number.`)
  return owner
}

/** @throws {HttpProblem} 409, whose code says why it cannot be: nothing is moved */
function refuseOthers(world: World, sender: CreditLine, receiver: CreditLine, asked: { amountCents: number; feeCents: number }): void {
  const { amountCents, feeCents } = asked
  const refuse = (code: string, message: string) => new HttpProblem(409, code, 'The credit cannot be transferred', message)
  if (sender.line.id === receiver.line.id) throw refuse('sameLine', 'A line cannot send credit to itself.')
  if (!canTakePart(sender)) throw refuse('senderNotPrepaid', 'Only a prepaid line that is active can send credit.')
  if (!canTakePart(receiver)) throw refuse('receiverNotPrepaid', 'Only a prepaid line that is active can be sent credit.')
  if (feeCents !== tariff.feeCents) throw refuse('costChanged', `A transfer costs ${euros(tariff.feeCents)}, not ${euros(feeCents)}.`)
  if (world.transfers.sentToday(sender.line.id) + amountCents > tariff.dailyCents)
    throw refuse('dailyLimit', `A line can send ${euros(tariff.dailyCents)} a day.`)
  const spendable = creditOf(world, sender.line) - world.transfers.reservedOf(sender.line.id)
  if (spendable < amountCents + feeCents) throw refuse('insufficientBalance', 'The credit does not cover the amount and its cost.')
}

function canTakePart({ line }: CreditLine): boolean {
  return line.payment === 'prepaid' && line.status === 'active'
}

/** A float that is no whole number of cents is a mistake of the caller's, not something to round away. */
function centsOf(name: string, value: number): number {
  const cents = Math.round(value * 100)
  if (Math.abs(cents - value * 100) > 1e-6) throw badRequest(`${name}: expected at most two decimals, got ${value}.`)
  return cents
}

function created(world: World, transfer: Transfer, headers: Record<string, string> = {}): Reply {
  return { status: 201, headers: { location: href(world, 'transferBalance', transfer.id), ...headers }, json: toTransfer(world, transfer) }
}

/** Of the receiver no more is told than the sender has said: his number, and where the credit went. */
function toTransfer(world: World, transfer: Transfer) {
  const sender = ownerOf(world, 'bucket.id', transfer.bucketId)
  const receiver = ownerOf(world, 'receiverBucket.id', transfer.receiverBucketId)
  return present({
    id: transfer.id,
    href: href(world, 'transferBalance', transfer.id),
    reason: transfer.reason,
    description: transfer.description,
    amount: { amount: euros(transfer.amountCents), units: 'EUR' },
    usageType: 'monetary',
    status: transfer.status,
    requestedDate: transfer.requestedAt.toISOString(),
    confirmationDate: transfer.settledAt?.toISOString(),
    bucket: bucketRef(world, transfer.bucketId),
    channel: { id: transfer.channelId, '@referredType': 'Channel' },
    costOwner: 'originator',
    transferCost: money(transfer.feeCents),
    logicalResource: logicalResource(sender.line),
    partyAccount: partyAccountRef(sender.customer),
    product: [lineRef(world, sender.line)],
    relatedParty: [customerParty(world, sender.customer)],
    receiverBucket: bucketRef(world, transfer.receiverBucketId),
    receiverBucketUsageType: 'monetary',
    receiverLogicalResource: logicalResource(receiver.line)[0],
    '@type': 'TransferBalance',
  })
}
