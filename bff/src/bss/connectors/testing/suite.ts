import { afterEach, beforeEach, describe, test } from 'vitest'
import { cases, type CaseName } from './cases.ts'
import type { Counterpart } from './counterpart.ts'

export type ConnectorKind = {
  /** As in the configuration: `rest`. */
  name: string
  /**
   * Connects a new connector to its counterpart, where all is well and nothing was asked yet. Called before each case: what is dear to start, such as
   * a database server, is started once around.
   */
  start(): Promise<Counterpart>
  /** The cases that make no sense for this kind, each with the reason, which is shown beside the suite's name. */
  without?: { readonly [Name in CaseName]?: string }
}

/**
 * What every connector must hold, run by its `connector.test.ts` against a real counterpart that fails for real:
 *
 *     describeConnector({ name: 'rest', start: async () => ({ connector, ask, hang, … }) })
 */
export function describeConnector({ name, start, without = {} }: ConnectorKind): void {
  const excused = Object.entries(without).map(([key, reason]) => `, but for "${cases[key as CaseName].title}": ${reason}`)
  describe(`${name}: what every connector holds${excused.join('')}`, () => {
    let counterpart: Counterpart
    beforeEach(async () => void (counterpart = await start()))
    afterEach(async () => {
      await counterpart.connector.close()
      await counterpart.close()
    })

    const held = Object.entries(cases).flatMap(([key, held]) => (without[key as CaseName] === undefined ? [held] : []))
    test.each(held)('$title', ({ prove }) => prove(counterpart))
  })
}
