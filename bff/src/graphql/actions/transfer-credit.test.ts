import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transferCredit } from '../../actions/transfer-credit.ts'
import type { Simulator } from '../../../simulator/start.ts'
import { content, releaseBody, surface } from '../../testing/release-body.ts'
import { startSystem, type System } from '../../testing/system.ts'
import { describeAction } from './testing/describe-action.ts'
import { lineOf, listOf } from './testing/simulated.ts'

/* A transfer costs 50 cents in the simulator, and a line may send 30 euros a day. */

type Told = { status: string; message: { value: string } }
const price = { amount: 500, fee: 50 }

async function creditOf(system: System, lineId: string): Promise<number> {
  const [bucket] = await listOf(system, 'bucket', `product.id=${lineId}`)
  return Number((bucket?.remainingValue as { amount?: number } | undefined)?.amount)
}

/** The other prepaid line of two customers who have several. */
const receivers: Readonly<Record<string, string>> = { 'C-0029': 'L-0029-2', 'C-0023': 'L-0023-2' }
const inputOf = (simulator: Simulator, customer: string) => ({
  lineId: lineOf(simulator, customer),
  receiverLineId: receivers[customer] ?? '',
  ...price,
})

describeAction({
  operation: 'transferCredit',
  does: transferCredit,
  write: 'transferCredit',
  customer: 'C-0029',
  stranger: 'C-0023',
  inputOf,
  // What arrives: the sender pays more than that.
  done: (system) => creditOf(system, 'L-0029-2'),
  grows: 5,
  needs: 'lines',
  answered: [
    ['C-0029', { receiverLineId: 'L-0029-1' }, /^Da questa linea/],
    ['C-0014', { lineId: 'L-0014-1', receiverLineId: 'L-0014-1' }, /^Da questa linea/],
    // A line that is paid by bill has no credit to send.
    ['C-0031', { lineId: 'L-0031-3', receiverLineId: 'L-0031-4' }, /^Da questa linea/],
  ],
  refused: [
    [{ amount: 0 }, 'amount'],
    [{ amount: 50_001 }, 'amount'],
    [{ fee: -1 }, 'fee'],
    [{ receiverLineId: null }, 'receiverLineId'],
    [{ receiverNumber: '+393991234567' }, 'receiverLineId'],
    [{ receiverLineId: 'L-0014-1' }, 'receiverLineId'],
    [{ receiverLineId: null, receiverNumber: '399 123 4567' }, 'receiverNumber'],
    // No tile of this release lets anybody type one.
    [{ receiverLineId: null, receiverNumber: '+393991234567' }, 'receiverNumber'],
  ],
})

describe('to a number', () => {
  const body = releaseBody()
  const send = content('send-credit', 'transferCredit', { amounts: [500], toOthers: true })
  let system: System
  beforeEach(async () => {
    const surfaces = [...body.surfaces, surface('send', ['send-credit'], 'landing')]
    system = await startSystem({ body: { ...body, surfaces, contents: [...body.contents, send] } })
  })
  afterEach(() => system.close())

  const document = 'mutation ($input: TransferCreditInput!) { transferCredit(input: $input) { status message { value } } }'
  const numberOf = (lineId: string) => system.simulator.customers.flatMap(({ lines }) => lines).find(({ id }) => id === lineId)?.msisdn
  const ask = async (changes: Record<string, unknown> = {}) => {
    const input = { lineId: 'L-0014-1', receiverNumber: numberOf('L-0016-1'), ...price, idempotencyKey: 'a-number-1', ...changes }
    const { body: answer } = await system.ask('C-0014', document, { input }, { 'accept-language': 'it' })
    return answer
  }
  const told = async (changes: Record<string, unknown> = {}) => {
    const { status, message } = ((await ask(changes)).data as unknown as { transferCredit: Told }).transferCredit
    return `${status}: ${message.value}`
  }

  test('the amount arrives, and the sender pays the cost beside it', async () => {
    const before = [await creditOf(system, 'L-0014-1'), await creditOf(system, 'L-0016-1')]
    expect(await told()).toBe('completed: Credito inviato.')
    const after = [await creditOf(system, 'L-0014-1'), await creditOf(system, 'L-0016-1')]
    expect(after.map((credit, index) => Math.round((credit - (before[index] ?? 0)) * 100))).toEqual([-550, 500])
  })

  test.each([
    ['its credit does not cover it', { amount: 2_300 }, /^failed: Il credito non basta/],
    ['nobody has the number', { receiverNumber: '+393990000001' }, /^failed: A questo numero/],
    ['it costs something else', { fee: 0 }, /^failed: .*costo dell’invio è cambiato/],
  ])('is refused, in words that say why: %s', async (_, changes, words) => {
    const before = await creditOf(system, 'L-0014-1')
    expect(await told(changes)).toMatch(words)
    expect(await creditOf(system, 'L-0014-1')).toBe(before)
  })

  test('is refused to a line that is paid by bill, and beyond what may be sent a day', async () => {
    expect(await told({ receiverNumber: numberOf('L-0001-1') })).toMatch(/^failed: A questo numero/)
    expect(await told({ receiverNumber: numberOf('L-0012-1'), idempotencyKey: 'a-number-2' })).toMatch(/^failed: A questo numero/)
    await ask({ amount: 2_000, idempotencyKey: 'a-number-3' })
    const topUp = 'mutation ($input: TopUpInput!) { topUp(input: $input) { status } }'
    await system.ask('C-0014', topUp, { input: { lineId: 'L-0014-1', amount: 5_000, idempotencyKey: 'a-top-up-1' } })
    expect(await told({ amount: 1_500, idempotencyKey: 'a-number-4' })).toMatch(/^failed: .*in un giorno/)
  })

  test('that is none is refused without being repeated', async () => {
    const [error] = (await ask({ receiverNumber: '3991234567' })).errors ?? []
    expect(error?.message).toMatch(/receiverNumber.*expected .*E\.164.*got/)
    expect(JSON.stringify(error)).not.toContain('3991234567')
  })
})

test('the other line’s credit is forgotten as well: both are seen as they are', async () => {
  const system = await startSystem()
  const credit = async (line: string) => {
    const document = 'query ($line: ID) { mosaic(line: $line) { widgets { ... on BalanceWidget { balance { amount { amount } } } } } }'
    const { body } = await system.ask('C-0029', document, { line })
    const { widgets } = body.data['mosaic'] as { widgets: { balance?: { amount: { amount: string } } }[] }
    return widgets.find(({ balance }) => balance)?.balance?.amount.amount
  }
  const before = [await credit('L-0029-1'), await credit('L-0029-2')].map(Number)
  const input = { ...inputOf(system.simulator, 'C-0029'), idempotencyKey: 'both-sides-1' }
  await system.ask('C-0029', 'mutation ($input: TransferCreditInput!) { transferCredit(input: $input) { status } }', { input })
  const after = [await credit('L-0029-1'), await credit('L-0029-2')].map(Number)
  await system.close()
  expect(after.map((now, index) => Math.round((now - (before[index] ?? 0)) * 100))).toEqual([-550, 500])
})
