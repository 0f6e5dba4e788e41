import cluster from 'node:cluster'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { startBff, type Bff } from '../server.ts'
import {
  hasRelease,
  type AskedOfProcess,
  type AskedOfSupervisor,
  type ProcessReport,
  type ToldToProcess,
  type ToldToSupervisor,
} from './contract.ts'
import { inWords } from './in-words.ts'
import { openTalk } from './talk.ts'

/** How long a process waits for the supervisor, who waits one second for each process, in milliseconds. */
const answerMs = 2_000
/** How often a process that has nothing to serve looks whether that has changed, in milliseconds. */
const lookMs = 100

/**
 * One BFF, with nobody beside it, until a signal ends it. It is not supervised: a supervisor would have to start a second one beside it, and the two
 * would share nothing. Whoever starts it (systemd, a container's host) starts it again.
 */
export async function serveAlone(config: Config): Promise<void> {
  const bff = await startBff(config)
  onSignals(['SIGTERM', 'SIGINT', 'SIGHUP'], () => {
    bff.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}

/** One of several, for a supervisor: what it is asked for the service as a whole, it asks him. */
export async function serveAmong(config: Config): Promise<void> {
  let bff: Bff | undefined
  let closing: Promise<void> | undefined
  const talk = openTalk<AskedOfSupervisor, ToldToSupervisor, AskedOfProcess, ToldToProcess>(process, {
    answers: {
      standing: () => bff?.engine.state() ?? [],
      figures: () => bff?.metrics.registry.getMetricsAsJSON() ?? [],
    },
    onNews: () => void close(),
  })
  onSignals(['SIGTERM', 'SIGINT'], () => void close())
  // The supervisor decides who is replaced and when, also when the signal reaches all.
  process.on('SIGHUP', () => {})
  cluster.worker?.once('disconnect', () => {
    // Node would end us on the spot; what is running shall be answered although the supervisor is gone.
    if (cluster.worker) cluster.worker.exitedAfterDisconnect = true
    // Who would have cleared away where we meet is gone.
    void close(() => config.meeting && rmSync(config.meeting.folder, { recursive: true, force: true }))
  })

  const own = (): ProcessReport => ({ pid: process.pid, state: closing ? 'closing' : 'serving', brands: bff?.engine.state() ?? [] })
  const processes = {
    standing: async () => (await talk.ask('standing', answerMs)) ?? [own()],
    figures: async () => (await talk.ask('figures', answerMs)) ?? [(await bff?.metrics.registry.getMetricsAsJSON()) ?? []],
  }

  try {
    bff = await startBff(config, { processes, beforeListening })
  } catch (error) {
    await talk.tell({ type: 'unable', words: inWords(error) })
    process.exit(1)
  }

  /** While others serve, nobody is sent to a process that has no release. */
  async function beforeListening(engine: ReleaseEngine): Promise<void> {
    while (!hasRelease(engine.state()) && (await processes.standing()).some(({ brands }) => hasRelease(brands))) await wait(lookMs)
  }

  function close(clearAway = () => {}): Promise<void> {
    closing ??= (async () => {
      await talk.tell({ type: 'closing' })
      if (!bff) process.exit(0)
      const exitCode = await bff.close().then(
        () => 0,
        () => 1,
      )
      clearAway()
      await talk.tell({ type: 'closed', figures: await bff.metrics.registry.getMetricsAsJSON() })
      process.exit(exitCode)
    })()
    return closing
  }
}

function onSignals(signals: readonly NodeJS.Signals[], heard: () => void): void {
  for (const signal of signals) process.on(signal, heard)
}
