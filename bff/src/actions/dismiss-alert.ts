import { show } from '@mosaic/schemas/errors'
import { act } from './act.ts'
import type { ActionDependencies, ActionReceipt, ActionRequest, ActionWords, Known, Sent, Tap } from './contract.ts'
import { badInput, checkId } from './inputs.ts'
import type { CompiledRelease } from '../release/compile.ts'

export type DismissAlertInput = Tap & { contentId: string }

const done = { it: 'Avviso chiuso.', en: 'Notice closed.' }
const words: ActionWords = {
  completed: done,
  pending: done,
  failed: { it: 'Non siamo riusciti a chiudere l’avviso. Riprova.', en: 'We could not close the notice. Try again.' },
  // Closed twice it is still closed: whoever tries again does no harm.
  unknown: {
    it: 'Non sappiamo ancora se l’avviso è chiuso: se lo rivedi, chiudilo di nuovo.',
    en: 'We do not know yet whether the notice is closed: if you see it again, close it again.',
  },
}

/** Puts away a notice that its editors let be put away. Throws what `act` throws. */
export async function dismissAlert(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { contentId, idempotencyKey }: DismissAlertInput,
): Promise<ActionReceipt> {
  checkId('contentId', contentId)
  const prepare = ({ visit }: Known): Sent<'dismissAlert'> => {
    if (!isDismissible(visit.release, contentId)) throw badInput('contentId', 'a notice that can be closed', show(contentId))
    return { contentId }
  }
  return act(dependencies, request, { operation: 'dismissAlert', write: 'dismissAlert', words, prepare }, idempotencyKey)
}

function isDismissible({ surfaces }: CompiledRelease, contentId: string): boolean {
  return [...surfaces.values()].some(({ contents }) =>
    contents.some(
      ({ content: { id, kind, tone, fields } }) =>
        id === contentId && kind === 'alert' && tone !== 'critical' && fields['dismissible'] === true,
    ),
  )
}
