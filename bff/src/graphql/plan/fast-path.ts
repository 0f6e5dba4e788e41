import type { IncomingHttpHeaders } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import { createTiles } from '../../home/tiles.ts'
import type { Encoding } from '../../http/encode.ts'
import type { GraphqlDependencies } from '../context.ts'
import type { TrustedDocuments } from '../trusted-documents.ts'
import { answerPlan, type PlannedAnswer } from './answer-plan.ts'
import { createAsks, type Ask } from './asks.ts'
import { createKeptAnswers, type Asking, type KeptAnswer } from './kept-answers.ts'
import type { PackedAnswer } from './pack.ts'
import { createPlans } from './plans.ts'

/** A question as it came: the text of its body, or for a GET its address. */
export type Question = { method: 'POST' | 'GET'; text: string; headers: IncomingHttpHeaders }

/** Answers known questions about homes without an executor. */
export type FastPath = {
  /** The question, when there is a plan for it. */
  read(question: Question): Ask | undefined
  /**
   * At once when all that it takes is there. `undefined`, or a promise of it: the executor is to answer, whatever the reason; nothing has been sent and nothing
   * has been changed.
   * @param wanted how the client would have it encoded
   */
  answer(ask: Ask, question: Question, wanted: Encoding | undefined): PackedAnswer | undefined | Promise<PackedAnswer | undefined>
}

/** How much is kept, in bytes: of the tiles of customers, and of their answers. */
type Options = { documents: TrustedDocuments; schema: GraphQLSchema; tileBytes: number; answerBytes: number }

export function createFastPath(dependencies: GraphqlDependencies, { documents, schema, tileBytes, answerBytes }: Options): FastPath {
  const { engine, bss, identity, log, metrics, now } = dependencies
  const plans = createPlans(documents, schema)
  const asks = createAsks(documents, plans)
  const tiles = createTiles({ bss, maxBytes: tileBytes, log, metrics })
  const kept = createKeptAnswers({ engine, bss, maxBytes: answerBytes })
  metrics.tileBytes.from(() => [{ labels: {}, value: tiles.bytes }])
  metrics.sessionBytes.from(() => [{ labels: {}, value: identity.keptBytes() }])
  metrics.keptBytes.from(() => [{ labels: {}, value: kept.bytes }])
  const byKept = metrics.homeAnswers.counter('kept')
  const byPlan = metrics.homeAnswers.counter('plan')
  const withTiles = { ...dependencies, tiles }

  return {
    read: ({ method, text, headers }) => (method === 'POST' ? asks.ofBody(text, headers) : asks.ofUrl(text, headers)),

    answer(ask, { headers }, wanted) {
      const session = identity.sessionOf(headers.authorization)
      const moment = now()
      if (session instanceof Promise) return session.then((verified) => compose({ session: verified, ask, wanted }, moment), toExecutor)
      const asking = { session, ask, wanted }
      const known = kept.find(asking, moment)
      if (!known) return compose(asking, moment)
      byKept.count++
      count(known.kept)
      return known.packed
    },
  }

  function compose(asking: Asking, moment: number): PackedAnswer | undefined | Promise<PackedAnswer | undefined> {
    try {
      const answer = answerPlan(withTiles, asking.ask, asking.session, new Date(moment))
      if (!(answer instanceof Promise)) return composed(asking, answer)
      return answer.then((landed) => composed(asking, landed)).catch(toExecutor)
    } catch {
      return toExecutor()
    }
  }

  function composed(asking: Asking, answer: PlannedAnswer): PackedAnswer {
    const packed = kept.keep(asking, answer)
    byPlan.count++
    count(answer)
    return packed
  }
}

/** What goes wrong is told in full by the executor, which meets the same. */
function toExecutor(): undefined {}

function count({ counters }: Pick<KeptAnswer, 'counters'>): void {
  for (const counter of counters) counter.count++
}
