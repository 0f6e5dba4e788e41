import type { ActionView } from '@mosaic/widgets'
import { askGraphql, isKnownOperation, type RequestContext } from '../api/client.ts'
import type { ActionResult } from '../api/types.ts'

export type Mutation = Extract<ActionView, { __typename: 'RunMutation' }>

/** What the app must know of a mutation to carry it out: its document, and which of its variables are no texts. */
type Known = {
  operationName: string
  types?: Readonly<Record<string, 'number' | 'boolean'>>
  /** A tap is enough: it costs nothing, and the customer is not asked whether he means it. */
  isLight?: true
}

/** By `operationId`. One that is not here, or has no document in this build, is not offered. */
const known: Readonly<Record<string, Known>> = {
  topUp: { operationName: 'TopUp', types: { amount: 'number' } },
  transferCredit: { operationName: 'TransferCredit', types: { amount: 'number', fee: 'number' } },
  setAutoTopUp: { operationName: 'SetAutoTopUp', types: { isOn: 'boolean', amount: 'number' } },
  activateOption: { operationName: 'ActivateOption', types: { price: 'number' } },
  deactivateOption: { operationName: 'DeactivateOption' },
  buyOffer: { operationName: 'BuyOffer', types: { price: 'number' } },
  payBill: { operationName: 'PayBill', types: { amount: 'number' } },
  bookCallback: { operationName: 'BookCallback' },
  dismissAlert: { operationName: 'DismissAlert', isLight: true },
  answerSurvey: { operationName: 'AnswerSurvey', types: { answer: 'number' }, isLight: true },
  replaceSim: { operationName: 'ReplaceSim', types: { price: 'number' } },
  moveAppointment: { operationName: 'MoveAppointment' },
}

/** Whether this build can carry the action out. */
export function isMutation(action: ActionView): action is Mutation {
  return action.__typename === 'RunMutation' && operationOf(action.operationId) !== undefined
}

/** Whether the customer is asked first. What changes something always is, whether or not the data says so, but for the lightest things. */
export function isAsked(action: ActionView): boolean {
  if (action.confirm) return true
  return action.__typename === 'RunMutation' && operationOf(action.operationId)?.isLight !== true
}

/** The page that is open: what the answer is to be composed for. */
export type Page = { surface: string; line: string | undefined }

/**
 * Carries a mutation out. The same idempotency key always means the same one deed.
 * @throws ApiError when no answer came: the deed may or may not be done
 */
export async function runMutation(mutation: Mutation, page: Page, idempotencyKey: string, context: RequestContext): Promise<ActionResult> {
  const operationName = operationOf(mutation.operationId)?.operationName
  if (!operationName || !isKnownOperation(operationName)) throw new Error(`Expected a mutation of this build, got ${mutation.operationId}`)
  const variables = { ...variablesOf(mutation), idempotencyKey, ids: mutation.refreshes, surface: page.surface, line: page.line ?? null }
  const data = await askGraphql<Record<string, ActionResult>>({ operationName, variables }, context)
  const result = data[mutation.operationId]
  if (!result) throw new Error(`Expected an answer to ${mutation.operationId}, got none`)
  return result
}

/** An action's variables as its document wants them: all travel as texts in an action. */
export function variablesOf({ operationId, variables }: Pick<Mutation, 'operationId' | 'variables'>): Record<string, unknown> {
  const types = operationOf(operationId)?.types ?? {}
  return Object.fromEntries(
    variables.map(({ name, value }) => {
      const type = types[name]
      return [name, type === 'number' ? Number(value) : type === 'boolean' ? value === 'true' : value]
    }),
  )
}

function operationOf(operationId: string): Known | undefined {
  const operation = Object.hasOwn(known, operationId) ? known[operationId] : undefined
  return operation && isKnownOperation(operation.operationName) ? operation : undefined
}
