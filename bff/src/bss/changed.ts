import type { ReadMethodName } from '@mosaic/schemas/bss'
import { tagOf, type BssScope } from './question.ts'
import type { Shared } from './shared/contract.ts'

/** Whom something has changed for: his brand, and what the methods' parameters are drawn from. */
export type ChangedScope = Pick<BssScope, 'brand' | 'params'>
/** Forgets what methods have answered, here and in all instances. `unsettledMs`: how long the effect may still be to come; 0 when it has come. */
export type Changed = (scopes: readonly ChangedScope[], methods: readonly ReadMethodName[], unsettledMs: number) => Promise<void>

type Dependencies = { shared: Pick<Shared, 'change'>; forget: (tag: string, unsettledMs: number) => void }

/** First the others, then ourselves: a read that begins here between the two must not bring back from them what is old. */
export function createChanged({ shared, forget }: Dependencies): Changed {
  return async (scopes, methods, unsettledMs) => {
    const byTag = new Map(
      scopes.flatMap((scope) =>
        methods.map((method) => [tagOf(scope, method), { brand: scope.brand, method, tag: tagOf(scope, method), unsettledMs }]),
      ),
    )
    const changed = [...byTag.values()]
    await shared.change(changed)
    for (const { tag } of changed) forget(tag, unsettledMs)
  }
}
