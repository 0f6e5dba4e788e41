import { show } from '@mosaic/schemas/errors'
import type { Locale } from '@mosaic/schemas/text'
import { createHash } from 'node:crypto'
import type { Bss } from '../bss/bss.ts'
import { ClientError } from '../client-error.ts'
import { identify } from '../home/identify.ts'
import type { HomeRequest } from '../home/visit.ts'
import type { ReleaseEngine } from '../release/engine.ts'

export type TopUpInput = {
  lineId: string
  /** Integer minor units of the brand's currency. */
  amount: number
  /** Chosen by the client, one per tap; the same key never pays twice. */
  idempotencyKey: string
}

export type TopUpStatus = 'completed' | 'pending' | 'failed'
export type TopUpReceipt = { status: TopUpStatus; message: { value: string; lang: Locale } }

/** No single top-up is larger, in minor units: beyond it is a mistake or worse, whatever the operator's systems would take. */
const maxAmountMinor = 50_000
const keyPattern = /^[\w-]{8,64}$/

const messages: Record<TopUpStatus | 'unknown', Record<Locale, string>> = {
  completed: { it: 'Ricarica effettuata.', en: 'Top-up done.' },
  pending: { it: 'Ricarica in corso: il credito si aggiorna fra poco.', en: 'Top-up under way: your credit will be updated shortly.' },
  failed: {
    it: 'Ricarica non riuscita: non ti è stato addebitato nulla. Riprova.',
    en: 'Top-up failed: you have not been charged. Try again.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma della ricarica: controlla il credito fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation of the top-up yet: check your credit in a few minutes before trying again.',
  },
}

/**
 * Tops up one of the customer's own lines, at most once. When nobody can tell whether it happened it is `pending`, with a message
 * that says so: a customer is never invited to pay a second time for what may already be paid.
 * Throws ClientErrors: BAD_INPUT, LINE_NOT_FOUND, BRAND_NOT_PUBLISHED.
 */
export async function topUp(
  { engine, bss }: { engine: Pick<ReleaseEngine, 'get'>; bss: Bss },
  request: Pick<HomeRequest, 'session' | 'device' | 'now'>,
  { lineId, amount, idempotencyKey }: TopUpInput,
): Promise<TopUpReceipt> {
  if (!Number.isInteger(amount) || amount < 1 || amount > maxAmountMinor) {
    throw badInput('amount', `whole minor units from 1 to ${maxAmountMinor}`, show(amount))
  }
  if (!keyPattern.test(idempotencyKey)) throw badInput('idempotencyKey', '8 to 64 letters, digits, - or _, such as a UUID', 'another text')

  const { scope, locale } = identify(engine, { ...request, line: lineId })
  const outcome = await bss.write(scope, 'topUp', { amountMinor: amount, idempotencyKey: ownKey(scope.brand, lineId, idempotencyKey) })
  const say = (status: TopUpStatus, message: keyof typeof messages = status) => ({
    status,
    message: { value: messages[message][locale], lang: locale },
  })
  if (outcome.status === 'ok') return say(outcome.value.status)
  return outcome.mayHaveHappened ? say('pending', 'unknown') : say('failed')
}

/** The key as the back-end sees it: two customers who choose the same one must not meet there. */
function ownKey(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function badInput(name: string, expected: string, got: string): ClientError {
  return new ClientError('BAD_INPUT', `The ${name} cannot be used`, { expected, got, fix: 'Correct it and send it again' })
}
