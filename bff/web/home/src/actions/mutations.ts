import type { ActionView } from '@mosaic/widgets'
import { askGraphql, type RequestContext } from '../api/client.ts'
import type { TopUpResult } from '../api/types.ts'

export type Mutation = Extract<ActionView, { __typename: 'RunMutation' }>

/** Whether this build can carry the action out. */
export function isMutation(action: ActionView): action is Mutation {
  return action.__typename === 'RunMutation' && action.operationId === 'topUp'
}

/**
 * Carries a mutation out. The same idempotency key always means the same one deed.
 * @throws ApiError when no answer came: the deed may or may not be done
 */
export async function runMutation(
  mutation: Mutation,
  surface: string,
  idempotencyKey: string,
  context: RequestContext,
): Promise<TopUpResult> {
  const variables = { ...topUpVariables(mutation, idempotencyKey), surface }
  const { topUp } = await askGraphql<{ topUp: TopUpResult }>({ operationName: 'TopUp', variables }, context)
  return topUp
}

/** The variables of the `TopUp` document; the amount travels as text in an action, and is an integer of minor units in the schema. */
export function topUpVariables({ variables, refreshes }: Pick<Mutation, 'variables' | 'refreshes'>, idempotencyKey: string) {
  const given = Object.fromEntries(variables.map(({ name, value }) => [name, value]))
  return { lineId: given['lineId'], amount: Number(given['amount']), idempotencyKey, ids: refreshes }
}
