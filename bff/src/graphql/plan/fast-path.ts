import type { IncomingHttpHeaders } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import { createTiles } from '../../home/tiles.ts'
import type { Session } from '../../identity/session.ts'
import type { GraphqlDependencies } from '../context.ts'
import type { TrustedDocuments } from '../trusted-documents.ts'
import { answerPlan } from './answer-plan.ts'
import { createAsks, type Ask } from './asks.ts'
import { createKeptAnswers, type KeptAnswer } from './kept-answers.ts'
import { createPlans } from './plans.ts'

/** A question as it came: the text of its body, or for a GET its address. */
export type Question = { method: 'POST' | 'GET'; text: string; headers: IncomingHttpHeaders }

/** Answers known questions about homes without an executor. */
export type FastPath = {
  /** The question, when there is a plan for it. */
  read(question: Question): Ask | undefined
  /**
   * At once when the answer was kept. `undefined`, or a promise of it: the executor is to answer, whatever the reason; nothing has been sent and nothing
   * has been changed.
   */
  answer(ask: Ask, headers: IncomingHttpHeaders): KeptAnswer | undefined | Promise<KeptAnswer | undefined>
  /** Counts what was made of a kept answer. */
  weigh(ask: Ask, headers: IncomingHttpHeaders, answer: KeptAnswer): void
}

type Options = { documents: TrustedDocuments; schema: GraphQLSchema; maxBytes: number }

export function createFastPath(dependencies: GraphqlDependencies, { documents, schema, maxBytes }: Options): FastPath {
  const { engine, bss, identity, log, metrics, now } = dependencies
  const plans = createPlans(documents, schema)
  const asks = createAsks(documents, plans)
  const tiles = createTiles({ bss, arePersonalKept: maxBytes > 0, log, metrics })
  const kept = createKeptAnswers({ engine, bss, maxBytes })
  metrics.keptBytes.from(() => [{ labels: {}, value: kept.bytes }])
  const byKept = metrics.homeAnswers.counter('kept')
  const byPlan = metrics.homeAnswers.counter('plan')
  const withTiles = { ...dependencies, tiles }

  return {
    read: ({ method, text, headers }) => (method === 'POST' ? asks.ofBody(text, headers) : asks.ofUrl(text, headers)),

    answer(ask, { authorization }) {
      const session = identity.sessionOf(authorization)
      if (session instanceof Promise) return compose(ask, session)
      const moment = now()
      const known = kept.find(session, ask, moment)
      if (!known?.holds) return compose(ask, session, moment, known?.kept)
      byKept.count++
      count(known.kept)
      return known.kept
    },

    weigh(ask, { authorization }, answer) {
      const session = identity.sessionOf(authorization)
      if (!(session instanceof Promise)) kept.weigh(session, ask, answer)
    },
  }

  async function compose(
    ask: Ask,
    session: Session | Promise<Session>,
    moment = now(),
    before?: KeptAnswer,
  ): Promise<KeptAnswer | undefined> {
    try {
      const answer = await answerPlan(withTiles, ask, await session, new Date(moment), before)
      byPlan.count++
      count(answer)
      return kept.keep(await session, ask, answer)
    } catch {
      // Told in full by the executor, which meets the same.
      return undefined
    }
  }
}

function count({ counters }: Pick<KeptAnswer, 'counters'>): void {
  for (const counter of counters) counter.count++
}
