import { methods, type MethodResult, type WriteMethodName } from '@mosaic/schemas/bss'
import type { Logger } from '../log.ts'
import { asFailure, type Ask } from './ask/ask.ts'
import type { Changed } from './changed.ts'
import type { WriteInput } from './contract.ts'
import type { BssFailureCode } from './failure.ts'
import type { BssScope } from './question.ts'

/** What came of a write. `mayHaveHappened` false: it certainly did not, and the customer may simply try again. */
export type WriteOutcome<T> = { status: 'ok'; value: T } | { status: 'failed'; code: BssFailureCode; mayHaveHappened: boolean }

type Dependencies = { ask: Ask; changed: Changed; log: Logger }

/** Writes: sent once, and what they change is forgotten here and in all instances before the caller is told. */
export function createWrites({ ask, changed, log }: Dependencies) {
  return async <Name extends WriteMethodName>(
    scope: BssScope,
    method: Name,
    input: WriteInput<Name>,
    others: readonly BssScope[] = [],
  ): Promise<WriteOutcome<MethodResult<Name>>> => {
    let isUnderWay = false
    const { brand, policies, params, currency } = scope
    try {
      const value = await ask({ method, brand, policy: policies[method], params, currency, input, onWrite: () => (isUnderWay = true) })
      await forgetChanged([scope, ...others], method, isPending(value))
      return { status: 'ok', value }
    } catch (error) {
      const failure = asFailure(method, error, (err) => log.error({ method, err }, 'a BSS method threw'))
      const mayHaveHappened = isUnderWay && failure.wasSent
      log.warn({ method, code: failure.code, mayHaveHappened, reason: failure.message }, 'a write failed')
      if (mayHaveHappened) await forgetChanged([scope, ...others], method, true)
      return { status: 'failed', code: failure.code, mayHaveHappened }
    }
  }

  function forgetChanged(scopes: readonly BssScope[], method: WriteMethodName, isToCome: boolean): Promise<void> {
    const { changes = [], settlesWithinMs = 0 } = methods[method]
    return changed(scopes, changes, isToCome ? settlesWithinMs : 0)
  }
}

/** The system has taken it and not done it yet. */
function isPending(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'status' in result && result.status === 'pending'
}
