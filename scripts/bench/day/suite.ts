import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { collectorFlags } from '../../../bff/src/processes/collector.ts'
import { step } from '../../lib/steps.mjs'
import { startChild, type Child } from '../bss/children.ts'
import type { Row } from '../results.ts'
import { runAsBatch } from './batch.ts'
import type { LoadJob, LoadResult } from './contract.ts'
import { writeDocs } from './docs.ts'
import { parseFigures, type Figures } from './figures.ts'
import { stretchMs } from './ledger.ts'
import { rowsOf, type Day } from './rows.ts'
import { readSettings, type DaySettings } from './settings.ts'
import { openStage, type Stage } from './stage.ts'
import { watch } from './watch.ts'

/** The same customers come in every run. */
const seed = 2_026
/** The load client begins so long after it was told. */
const startInMs = 1_000

/** A day of 200 million homes, at its average rate for some minutes: BFF as released, Redis and the back-end systems on one machine. */
export async function day(): Promise<Row[]> {
  const settings = readSettings(process.env)
  runAsBatch()
  const stage = await step('System', `Redis, the simulator with ${settings.customers} customers, the BFF`, () => openStage(settings))
  try {
    const { urls, issuer, signingKey } = stage
    const job: LoadJob = { ...settings, urls, issuer, signingKey, seed }
    const client = await step('Customers', 'an access token for each', () =>
      // Collected in small steps, its garbage would keep it busy all the time, at the expense of the system.
      startChild(join(import.meta.dirname, 'programs', 'load.ts'), job, collectorFlags),
    )
    const why = `${settings.rate} homes a second for ${settings.seconds} s, after ${settings.rampSeconds} s in which customers come`
    const played = await step('Day', why, () => Promise.race([play(stage, client, settings), stage.death]))
    const rows = rowsOf(played)
    if (process.env['UPDATE_DOCS'] === '1') writeDocs(played, rows)
    return rows
  } finally {
    await stage.close()
  }
}

async function play(stage: Stage, client: Child, settings: DaySettings): Promise<Day> {
  try {
    const startMs = Date.now() + startInMs
    const answered = client.ask<LoadResult>(startMs)
    await sleep(startMs + settings.rampSeconds * 1_000 - Date.now())
    const before = await countsOf(stage)
    const samples = await watch({ ...stage.leaders, 'load client': client.pid }, stretchMs, Date.now() + settings.seconds * 1_000)
    const after = await countsOf(stage)
    const result = await answered
    if (result.homes === 0) throw new Error(`Nobody got a home: ${JSON.stringify(result.errors)}`)
    return { settings, result, samples, before, after }
  } finally {
    client.stop()
  }
}

/** What the BFF and the back-end systems have counted so far. */
export type Counts = { figures: Figures; calls: Record<string, number> }

async function countsOf({ bff, simulator }: Stage): Promise<Counts> {
  const [metrics, calls] = await Promise.all([read(`${bff}/metrics`), read(`${simulator}/_simulator/calls`)])
  const { followedRedirects: _, ...methods } = JSON.parse(calls) as Record<string, { total: number }>
  return {
    figures: parseFigures(metrics),
    calls: Object.fromEntries(Object.entries(methods).map(([method, { total }]) => [method, total])),
  }
}

async function read(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}
