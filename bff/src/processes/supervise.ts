import cluster from 'node:cluster'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from '../log.ts'
import { collectorFlags } from './collector.ts'
import { createBackOff, type BackOff, type BackOffLimits } from './back-off.ts'
import { startChild, type Child, type ChildLimits } from './child.ts'
import type { Figures, ProcessReport } from './contract.ts'
import { createSupervisorFigures } from './supervisor-figures.ts'
import { createTotals } from './totals.ts'

/** A process, which of them it is, what waits before its successor, and whether there shall be one. */
type Member = { child: Child; place: number; backOff: BackOff; generation: number; isKept: boolean }

type Options = { processes: number; limits: ChildLimits; backOff?: BackOffLimits; log: Logger }

/**
 * Runs so many processes behind one port until SIGTERM or SIGINT, and resolves with the exit code when the last has ended. SIGHUP replaces them one after
 * the other. The listening socket is the supervisor's own: a connection that waits to be taken outlives every process.
 */
export function supervise({ processes, limits, backOff, log }: Options): Promise<number> {
  const members = new Set<Member>()
  const restarts = new Set<NodeJS.Timeout>()
  const totals = createTotals()
  // Its name is nobody's to guess, and nobody else may look into it.
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-bff-'))
  const own = createSupervisorFigures(() => [...members].map(({ child }) => child.state))
  const finished = Promise.withResolvers<number>()
  let generation = 0
  let hasServed = false
  let ending: Promise<void> | undefined
  let rolling: Promise<void> | undefined

  const children = () => [...members].map(({ child }) => child)
  const hasOthers = (child: Child) => children().some((other) => other !== child && other.isTaking())
  const answers = {
    standing: shared((): Promise<ProcessReport[]> => Promise.all(children().map((child) => child.report()))),
    // All begun in one moment: what a process that ends meanwhile has counted comes once.
    figures: shared((): Promise<Figures[]> => Promise.all([...children().map((child) => child.figures()), totals.ended(), own.figures()])),
  }

  cluster.schedulingPolicy = cluster.SCHED_RR
  cluster.setupPrimary({ execArgv: [...process.execArgv, ...collectorFlags] })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(0))
  process.on('SIGHUP', replaceAll)
  for (let place = 0; place < processes; place++) start(place, createBackOff(backOff), true)
  log.info({ processes }, 'the supervisor starts its processes')
  return finished.promise

  function start(place: number, backOff: BackOff, isKept: boolean): Member {
    const member: Member = { child: startChild({ place, folder, answers, hasOthers }, limits), place, backOff, generation, isKept }
    members.add(member)
    void look(member)
    return member
  }

  /** From its start to its end. */
  async function look(member: Member): Promise<void> {
    const { child } = member
    if (await child.up) {
      hasServed = true
      log.info({ pid: child.pid }, 'a process serves')
    }
    const how = await child.gone
    members.delete(member)
    totals.keep(child.lastFigures)
    if (ending || !member.isKept) return
    own.deaths.inc()
    if (!hasServed) {
      // It will not be better the next time: somebody must mend what its words name.
      console.error(child.words ?? `A process ended before it served: ${how}`)
      await end(1)
      return
    }
    restart(member, how)
  }

  function restart({ child, place, backOff }: Member, how: string): void {
    const inMs = Math.round(backOff.next(child.stoodMs()))
    log.error({ pid: child.pid, how, words: child.words, inMs }, 'a process ended by itself; another is started')
    const timer = setTimeout(() => {
      restarts.delete(timer)
      start(place, backOff, true)
    }, inMs)
    restarts.add(timer)
  }

  /** Asked again meanwhile, it goes on until all are younger than the last time. */
  function replaceAll(): void {
    if (ending) return
    generation++
    log.info('all processes are replaced, one after the other')
    rolling ??= roll().finally(() => {
      rolling = undefined
    })
  }

  async function roll(): Promise<void> {
    for (let old = oldest(); old && !ending; old = oldest()) {
      const wanted = generation
      if (await replace(old)) continue
      if (wanted !== generation) continue
      log.error('a new process did not get ready: those that serve go on, the others are not replaced')
      return
    }
    if (!ending) log.info('all processes are replaced')
  }

  function oldest(): Member | undefined {
    return [...members].find((member) => member.generation < generation && member.isKept)
  }

  /** True when another serves in its place. There is never one less than there should be, and never more than one too many. */
  async function replace(old: Member): Promise<boolean> {
    old.isKept = false
    const next = start(old.place, old.backOff, false)
    const isUp = await next.child.up
    if (ending) return false
    if (isUp && !next.child.isGone) {
      next.isKept = true
      await old.child.end()
      return true
    }
    log.error({ pid: next.child.pid, words: next.child.words }, 'a new process could not start')
    if (old.child.isGone) restart(old, await old.child.gone)
    else old.isKept = true
    return false
  }

  function end(exitCode: number): Promise<void> {
    ending ??= (async () => {
      for (const timer of restarts) clearTimeout(timer)
      await Promise.all(children().map((child) => child.end()))
      rmSync(folder, { recursive: true, force: true })
      finished.resolve(exitCode)
    })()
    return ending
  }
}

/** One gathering at a time, whoever asks meanwhile gets the same. */
function shared<Result>(gather: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined
  return () =>
    (running ??= gather().finally(() => {
      running = undefined
    }))
}
