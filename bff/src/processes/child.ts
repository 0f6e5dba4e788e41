import cluster from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import type { AskedOfProcess, AskedOfSupervisor, Figures, ProcessReport, ToldToProcess, ToldToSupervisor } from './contract.ts'
import { rescueConnections } from './rescue.ts'
import { openTalk } from './talk.ts'

/** One process that answers behind the port, as its supervisor sees it. */
export type Child = {
  pid: number
  state: ProcessReport['state']
  /** True when it listens, its release compiled; false when it ends before that. */
  up: Promise<boolean>
  /** Resolves with how it ended. */
  gone: Promise<string>
  isGone: boolean
  /** Whether connections can be handed to it. */
  isTaking(): boolean
  /** Why it could not start, in its own words. */
  words: string | undefined
  /** How long it has served, in milliseconds. */
  stoodMs(): number
  report(): Promise<ProcessReport>
  /** What it counts; what it said last when it does not answer. */
  figures(): Promise<Figures>
  /** What it said last. */
  lastFigures: Figures
  /** Lets it finish what is running; resolves when it has ended, by force when it takes too long. */
  end(): Promise<void>
  /** Ends it as a crash does. */
  kill(): void
}

export type ChildLimits = {
  /** How long a process may take until it listens, in milliseconds; then it is ended. */
  startMs: number
  /** How long it may take to end, in milliseconds; then it is killed. */
  endMs: number
  /** How long an answer over its channel is waited for, in milliseconds. */
  answerMs: number
  /** How often it is asked whether it still turns, in milliseconds, and how many times in a row it may say nothing; then it is killed. */
  watchMs: number
  silences: number
}

/** How long the last words of a process that has ended are waited for, in milliseconds. */
const lastWordsMs = 200

type Surroundings = {
  /** Which of the processes it is, from 0. */
  place: number
  /** Where it finds the others. */
  folder: string
  /** What it may ask. */
  answers: { [About in keyof AskedOfSupervisor]: () => Promise<AskedOfSupervisor[About]> }
  /** Whether another than this one takes connections. */
  hasOthers: (child: Child) => boolean
}

/** Starts a process with the program that runs here, read anew from the disk. */
export function startChild(
  { place, folder, answers, hasOthers }: Surroundings,
  { startMs, endMs, answerMs, watchMs, silences }: ChildLimits,
): Child {
  const worker = cluster.fork({ PROCESS_PLACE: String(place), PROCESS_FOLDER: folder })
  rescueConnections(worker, () => hasOthers(child))
  const up = Promise.withResolvers<boolean>()
  const gone = Promise.withResolvers<string>()
  let upSince: number | undefined
  let misses = 0

  const talk = openTalk<AskedOfProcess, ToldToProcess, AskedOfSupervisor, ToldToSupervisor>(worker.process, {
    answers,
    onNews(news) {
      if (news.type === 'closing') child.state = 'closing'
      if (news.type === 'closed') child.lastFigures = news.figures
      if (news.type === 'unable') child.words = news.words
    },
  })

  const child: Child = {
    pid: worker.process.pid ?? 0,
    state: 'starting',
    up: up.promise,
    gone: gone.promise,
    isGone: false,
    isTaking: () => child.state === 'serving' && worker.isConnected() && !worker.isDead(),
    words: undefined,
    stoodMs: () => (upSince === undefined ? 0 : performance.now() - upSince),
    async report() {
      const { pid } = child
      // It cannot answer while it loads.
      if (child.state === 'starting') return { pid, state: 'starting', brands: [] }
      const brands = await talk.ask('standing', answerMs)
      return brands ? { pid, state: child.state, brands } : { pid, state: 'silent', brands: [] }
    },
    async figures() {
      const figures = child.state === 'starting' || child.isGone ? undefined : await talk.ask('figures', answerMs)
      if (figures) child.lastFigures = figures
      return child.lastFigures
    },
    lastFigures: [],
    async end() {
      child.state = 'closing'
      void talk.tell({ type: 'close' })
      const force = setTimeout(child.kill, endMs)
      await gone.promise
      clearTimeout(force)
    },
    kill: () => void worker.process.kill('SIGKILL'),
  }

  const patience = setTimeout(() => {
    child.words ??= `it did not listen within ${startMs / 1_000} s`
    child.kill()
  }, startMs)
  // A process whose event loop stands still keeps its connections and answers none.
  const watch = setInterval(() => void look(), watchMs)
  async function look(): Promise<void> {
    if (child.state !== 'serving') return
    misses = (await talk.ask('standing', answerMs)) ? 0 : misses + 1
    if (misses < silences) return
    child.words = `it said nothing for ${(silences * watchMs) / 1_000} s`
    child.kill()
  }
  worker.once('listening', () => {
    clearTimeout(patience)
    upSince = performance.now()
    if (child.state === 'starting') child.state = 'serving'
    up.resolve(true)
  })
  const finish = (how: string) => {
    clearTimeout(patience)
    clearInterval(watch)
    child.isGone = true
    up.resolve(false)
    gone.resolve(how)
  }
  const exited = new Promise<string>((resolve) => {
    worker.once('exit', (code: number | null, signal: string | null) => resolve(signal ?? `exit code ${code}`))
  })
  // Its last words may still be in the channel when it has ended. Node does not always notice that the channel has ended too.
  const isSilent = new Promise((resolve) => worker.once('disconnect', resolve))
  void exited.then(async (how) => {
    await Promise.race([isSilent, wait(lastWordsMs)])
    finish(how)
  })
  worker.on('error', (error: Error) => {
    if (worker.process.pid === undefined) finish(`it could not be started (${error.message})`)
  })
  return child
}
