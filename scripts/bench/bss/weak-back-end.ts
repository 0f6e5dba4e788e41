import type { Policy } from '@mosaic/schemas/bss'
import type { Bss } from '../../../bff/src/bss/bss.ts'
import { createRestConnector } from '../../../bff/src/bss/connectors/rest/connector.ts'
import { apiNames, type RestSettings } from '../../../bff/src/bss/connectors/rest/settings.ts'
import { startChild, type Child } from './children.ts'
import { contractPolicies, openMosaic, scopeOf } from './peers/mosaic.ts'
import type { BackEndReport, BackEndStart } from './programs/back-end.ts'

/** The data layer before a back-end with a weakness. */
export type Weak = {
  /** Asks for a customer nobody has asked for, under the contract's policy with changes; whether he was answered. */
  ask(changes: Partial<Policy>): Promise<boolean>
  /** How many requests have arrived. */
  calls(): Promise<number>
  close(): Promise<void>
}

const method = 'account'

export async function openWeak(start: BackEndStart): Promise<Weak> {
  const child: Child = await startChild('back-end', start)
  const { url } = await child.ask<BackEndReport>('report')
  const apis = Object.fromEntries(apiNames.map((api) => [api, new URL(`${url}/${api}`)])) as RestSettings
  const { bss }: { bss: Bss } = await openMosaic({ connectors: { rest: createRestConnector(apis) } })
  let customer = 0
  return {
    async ask(changes) {
      const policies = { ...contractPolicies, [method]: { ...contractPolicies[method], ...changes } }
      const { status } = await bss.call(scopeOf({ customer: customer++ }, policies), method)
      return status === 'ok'
    },
    calls: async () => (await child.ask<BackEndReport>('report')).calls,
    async close() {
      await bss.close()
      child.stop()
    },
  }
}
