import { createHash } from 'node:crypto'
import type { MethodResult, ReadMethodName, WriteMethodName } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Bss, BssScope } from '../bss/bss.ts'
import { createFlights } from '../bss/coalesce/flights.ts'
import type { WriteInput } from '../bss/contract.ts'
import type { WriteOutcome } from '../bss/write.ts'
import { identify } from '../home/identify.ts'
import {
  Answered,
  type Action,
  type ActionDependencies,
  type ActionReceipt,
  type ActionRequest,
  type ActionStatus,
  type Known,
  type Sent,
} from './contract.ts'
import { checkKey } from './inputs.ts'

/**
 * Does one thing for a customer, at most once: checked here, sent once, told in words. When nobody can tell whether it happened it is `pending`, with a
 * message that says so: a customer is never invited to do a second time what may already be done.
 * Throws ClientErrors: BAD_INPUT, LINE_NOT_FOUND, BRAND_NOT_PUBLISHED.
 */
export async function act<Name extends WriteMethodName>(
  { engine, bss }: ActionDependencies,
  request: ActionRequest,
  { operation, write, words, wordsFor, lineId, otherLineId, prepare }: Action<Name>,
  idempotencyKey: string,
): Promise<ActionReceipt> {
  checkKey(idempotencyKey)
  const visit = identify(engine, { ...request, line: lineId })
  const say = (status: ActionStatus, texts: TwoLanguages): ActionReceipt => ({
    status,
    message: { value: texts[visit.locale], lang: visit.locale },
  })
  try {
    const sent = await prepare({ visit, read: readerOf(bss, visit.scope) })
    const ownKey = hash(visit.scope.brand, lineId ?? request.session.customerId, operation, idempotencyKey)
    const others = otherLineId === undefined ? [] : [identify(engine, { ...request, line: otherLineId }).scope]
    const outcome = await writeOnce(bss, visit.scope, write, withKey<Name>(sent, ownKey), others)
    if (outcome.status === 'ok') {
      const { id, status } = outcome.value
      return { ...say(status, wordsFor?.(outcome.value) ?? words[status]), madeId: id }
    }
    return outcome.mayHaveHappened ? say('pending', words.unknown) : say('failed', words.failed)
  } catch (error) {
    if (error instanceof Answered) return say(error.status, error.words)
    throw error
  }
}

const notNow: TwoLanguages = {
  it: 'In questo momento non possiamo farlo: non è cambiato nulla e non ti è stato addebitato nulla. Riprova tra poco.',
  en: 'We cannot do that right now: nothing has changed and you have not been charged. Try again in a moment.',
}

function readerOf(bss: Bss, scope: BssScope): Known['read'] {
  return async <Read extends ReadMethodName>(method: Read): Promise<MethodResult<Read>> => {
    const answer = await bss.call(scope, method)
    if (answer.status === 'ok') return answer.value
    throw new Answered('failed', notNow)
  }
}

type Flights = ReturnType<typeof createFlights<WriteOutcome<MethodResult<WriteMethodName>>>>
const flights = new WeakMap<Bss, Flights>()

/** Two taps of one key that meet here are one write: the second waits for what comes of the first. Between processes the back-end tells them apart by the key. */
function writeOnce<Name extends WriteMethodName>(
  bss: Bss,
  scope: BssScope,
  method: Name,
  input: WriteInput<Name>,
  others: readonly BssScope[],
): Promise<WriteOutcome<MethodResult<Name>>> {
  let own = flights.get(bss)
  if (!own) flights.set(bss, (own = createFlights()))
  // With the whole input: the same key with another amount is a mistake that the back-end must see.
  return own.join(JSON.stringify([method, input]), () => bss.write(scope, method, input, others)).flight.landing
}

/** TypeScript cannot put together again what it took apart for a method it does not know. */
function withKey<Name extends WriteMethodName>(sent: Sent<Name>, idempotencyKey: string): WriteInput<Name> {
  return { ...sent, idempotencyKey } as unknown as WriteInput<Name>
}

/** The key as the back-end sees it: two customers who choose the same one must not meet there. */
function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
