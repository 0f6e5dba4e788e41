import { setTimeout as sleep } from 'node:timers/promises'
import type { AskContext } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'
import type { RestAnswer, RestRequest } from './connector.ts'

/** How often and how patiently a task that is not done yet is asked for again, in milliseconds. */
const pollWaitsMs = [50, 100, 200, 400]

const doneWords = new Set<string | undefined>(['done', 'completed'])
const failedWords = new Set<string | undefined>(['terminatedwitherror', 'failed', 'rejected', 'cancelled'])

/**
 * A TM Forum task: a question that is a POST. The task it makes carries its answer at once, or is asked for, a few times and no longer, until it does.
 * @param request with the body that makes the task
 * @param stateOf where a task says how far it is, in any letter case
 * @throws {BssFailure} BSS_BAD_ANSWER for a task that failed, does not end, or cannot be asked for again
 */
export async function askTask(
  { send }: AskContext<'rest'>,
  request: RestRequest,
  stateOf: (task: Reading) => string | undefined = (task) => task.at('state').word(),
): Promise<Reading> {
  const { api, path } = request
  let answer = await send(request)
  let task = new Reading(answer.body, path)
  const id = idOf(task, answer)
  for (const waitMs of [...pollWaitsMs, 0]) {
    const state = stateOf(task)
    if (doneWords.has(state)) return task
    if (failedWords.has(state)) throw task.at('state').bad('a task that ends well')
    if (waitMs === 0) break
    if (id === undefined) throw task.at('id').bad('the id of a task')
    await sleep(waitMs)
    answer = await send({ api, path: `${path}/${encodeURIComponent(id)}` })
    task = new Reading(answer.body, path)
  }
  throw task.at('state').bad('a task that ends')
}

/** Some systems say it in the Location alone. Only its last part counts: where tasks are is known, and nobody is followed anywhere else. */
function idOf(task: Reading, { header }: RestAnswer): string | undefined {
  const last = header('location')?.split(/[?#]/)[0]?.split('/').at(-1)
  try {
    return task.at('id').text() ?? (last ? decodeURIComponent(last) : undefined)
  } catch {
    return undefined
  }
}
