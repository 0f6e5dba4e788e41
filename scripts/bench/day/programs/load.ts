/**
 * The customers of a day, in a process of its own: an open loop, so that a slow answer keeps nobody from asking, and every home counts from the moment it
 * was due. Told a `LoadJob` as its argument; asked with the moment to begin, it answers with a `LoadResult` when the day is over.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createAgenda, type Due } from '../agenda.ts'
import type { LoadJob, LoadResult } from '../contract.ts'
import { createLedger } from '../ledger.ts'
import { createQuestions, patienceMs, type Asked } from '../questions.ts'
import { signIn } from '../sign-in.ts'
import { createVisits, type Visit } from '../visits.ts'

/** More that wait at once are lost: they would only tell that the server is far behind. */
const mostWaiting = 10_000

const job = JSON.parse(process.argv[2] ?? '{}') as LoadJob
const tokens = await signIn(job)
const questions = createQuestions(job.urls)

process.on('message', (startMs: number) => {
  void play(startMs).then((result) => process.send?.(result))
})
process.send?.('ready')

async function play(startMs: number): Promise<LoadResult> {
  const measureFromMs = startMs + job.rampSeconds * 1_000
  const endMs = measureFromMs + job.seconds * 1_000
  const visits = createVisits(job)
  const agenda = createAgenda<Visit>(startMs)
  const ledger = createLedger(measureFromMs, endMs)
  let [nextMs, waiting] = [startMs, 0]

  const arrive = () => {
    const visit = visits.open()
    ledger.visit(nextMs, visit.customer)
    agenda.add(nextMs, visit)
    nextMs += visits.untilNext()
  }
  const ask = ({ dueMs, item: visit }: Due<Visit>) => {
    if (waiting >= mostWaiting) return ledger.lose(dueMs, 'more wait than can be')
    waiting++
    ledger.late(dueMs, now() - dueMs)
    questions
      .ask({ customer: visit.customer, token: tokens[visit.customer - 1] ?? '', etag: visit.etag, isRead: visit.isWatching })
      .then(
        (asked) => {
          ledger.home(dueMs, asked.atMs - dueMs, asked)
          lookOn(visit, asked)
        },
        (error: unknown) => ledger.lose(dueMs, error instanceof Error ? error.message : String(error)),
      )
      .finally(() => waiting--)
  }
  const lookOn = (visit: Visit, { etag, expiresAtMs }: Asked) => {
    visit.etag = etag
    visit.left--
    if (visit.left === 0) return
    const pullsAtMs = now() + visits.lookMs(visit)
    agenda.add(Math.min(pullsAtMs, Math.max(now(), expiresAtMs ?? pullsAtMs)), visit)
  }

  while (now() < endMs) {
    while (nextMs < Math.min(now(), endMs)) arrive()
    for (const due of agenda.take(Math.min(now(), endMs))) ask(due)
    await sleep(1)
  }
  // The last homes are still on their way.
  while (waiting > 0 && now() < endMs + 2 * patienceMs) await sleep(20)
  for (let lost = waiting; lost > 0; lost--) ledger.lose(endMs - 1, 'never answered')
  await questions.close()
  return ledger.close()
}

function now(): number {
  return performance.timeOrigin + performance.now()
}
