import type { Receipt } from '@mosaic/schemas/bss'
import type { AskContext, Source } from '../../contract.ts'
import { postTopUp } from '../top-up/rest.ts'
import { holds, isRule, topUpsOfLine } from '../top-ups/rest.ts'

/**
 * TMF654: a rule is a `topupBalance` that repeats, and ends when it is deleted. The operator's system keeps one a line: a new one takes the place of the
 * one before. To end what has ended already changes nothing, so a repeated tap is safe without a key.
 */
export const autoTopUp: Source<'autoTopUp', 'rest'> = {
  version: 1,
  ask: (context, { lineId, customerId }, input) =>
    input.isOn
      ? postTopUp(context, { lineId, customerId, ...input }, { isAutoTopup: true, recurringPeriod: input.period })
      : endRules(context, lineId, input.idempotencyKey),
}

async function endRules(context: AskContext<'rest'>, lineId: string, idempotencyKey: string): Promise<Receipt> {
  const rules = (await topUpsOfLine(context, lineId)).filter(isRule).filter(holds)
  const ids = rules.map((rule) => rule.at('id').requiredText('the id of a top-up'))
  let status: Receipt['status'] = 'completed'
  for (const id of ids) {
    const answer = await context.sendOnce({
      api: 'prepayBalance',
      path: `topupBalance/${encodeURIComponent(id)}`,
      method: 'DELETE',
      headers: { 'idempotency-key': idempotencyKey },
    })
    // Only accepted: it ends later.
    if (answer.status === 202) status = 'pending'
  }
  return { id: ids[0] ?? 'none', status }
}
