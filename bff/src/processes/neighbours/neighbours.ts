import { join } from 'node:path'
import type { Shared, SharedListener } from '../../bss/shared/contract.ts'
import type { FastPath, Question } from '../../graphql/plan/fast-path.ts'
import type { Encoding } from '../../http/encode.ts'
import type { Logger } from '../../log.ts'
import type { Metrics } from '../../metrics.ts'
import { answerNeighbours, type NeighboursServer } from './answer-neighbours.ts'
import { meetNeighbour, type Neighbour, type NeighbourLimits } from './ask-neighbour.ts'
import type { Asked, Meeting } from './contract.ts'
import { placeOf } from './place-of.ts'

/** The processes behind one port, as one of them meets the others. */
export type Neighbours = {
  /** What instances share, and the news of changes also straight to the neighbours: who has changed something sees it wherever he asks next, whatever Redis does. */
  share(shared: Shared): Shared
  /**
   * Hands each question for a home to the process that keeps what is known of its customer: kept in one process, it is asked for, verified and drawn once. A neighbour that is not there, or
   * does not answer in time, is no error: every process can answer everybody, only not as cheaply.
   */
  open(own: FastPath): Promise<FastPath>
  /** When nobody asks this process any more. Resolves when its neighbours have their answers. */
  close(): Promise<void>
}

type Options = { log: Logger; metrics: Pick<Metrics, 'handed'>; limits?: NeighbourLimits }

export function createNeighbours({ folder, place, places }: Meeting, { log, metrics, limits }: Options): Neighbours {
  const pathOf = (at: number) => join(folder, `${at}.sock`)
  const answered = metrics.handed.counter('answered')
  const unanswered = metrics.handed.counter('unanswered')
  const neighbours = new Map<number, Neighbour>()
  let listener: SharedListener | undefined
  let server: NeighboursServer | undefined

  return {
    share: (shared) => ({
      ...shared,
      async change(changes) {
        await shared.change(changes)
        for (const neighbour of neighbours.values()) neighbour.tell(changes)
      },
      listen(given) {
        listener = given
        shared.listen(given)
      },
    }),

    async open(own) {
      const heard: Parameters<typeof answerNeighbours>[2] = ({ tag, unsettledMs }) => listener?.changed(tag, unsettledMs)
      try {
        server = await answerNeighbours(pathOf(place), own, heard)
      } catch (err) {
        log.error({ err }, 'no other process can ask this one: each answers whoever comes to it')
      }
      for (let at = 0; at < places; at++) if (at !== place) neighbours.set(at, meetNeighbour(pathOf(at), limits))

      return {
        read: (question) => own.read(question),
        answer(ask, question, wanted) {
          const at = ask.isRemembered ? placeOf(question.headers.authorization, places) : undefined
          const handed = at === undefined ? undefined : neighbours.get(at)?.ask(askedOf(question, wanted))
          if (!handed) return own.answer(ask, question, wanted)
          return handed.then((answer) => {
            const counter = answer ? answered : unanswered
            counter.count++
            return answer ?? own.answer(ask, question, wanted)
          })
        },
      }
    },

    async close() {
      for (const neighbour of neighbours.values()) neighbour.close()
      await server?.close()
    },
  }
}

/** All that an answer depends on, and no more. */
const headerNames = ['authorization', 'accept-language', 'x-client-platform', 'x-client-version', 'x-form-factor', 'if-none-match'] as const

function askedOf({ method, text, headers }: Question, wanted: Encoding | undefined): Asked {
  const handed: Asked['headers'] = {}
  for (const name of headerNames) {
    const value = headers[name]
    if (typeof value === 'string') handed[name] = value
  }
  return { method, text, headers: handed, wanted }
}
