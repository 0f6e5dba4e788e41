import type { Logger } from '../log.ts'
import type { DeskNews, Feed } from './contract.ts'

/** What was written by whichever process, and is told to the desks of this one. */
export type Elsewhere = {
  /** Of a brand, since a moment: each with an id that is its own for ever. */
  newsSince(brand: string, since: Date): Promise<readonly { id: string; news: DeskNews }[]>
}

type Options = {
  log: Logger
  /** Epoch milliseconds. */
  now: () => number
  /** Where other processes leave what they do; without it everything happens in this process. */
  elsewhere?: Elsewhere | undefined
  /** How often it is looked there, while somebody listens. In milliseconds. @default 1 s */
  pollMs?: number
}

/** So many things may be new to one desk before it has taken the first; then it is told to ask for everything anew. */
const mostWaiting = 1_000
/** Clocks of processes differ, and a record may be seen some time after its moment: it is looked back so far, in milliseconds. */
const overlapMs = 5_000

/** Tells desks at once what has changed, within one process, and by what `elsewhere` knows within all. */
export function createFeed({ log, now, elsewhere, pollMs = 1_000 }: Options): Feed {
  const listeners = new Set<Listener>()
  let isClosed = false
  const follower = elsewhere && createFollower(elsewhere)

  function tell(news: DeskNews): void {
    for (const listener of listeners) if (listener.brand === news.brand) listener.take(news)
  }

  return {
    tell,
    hear(brand) {
      const listener = createListener(brand, () => {
        listeners.delete(listener)
        if (listeners.size === 0) follower?.stop()
      })
      if (isClosed) listener.end()
      else {
        listeners.add(listener)
        follower?.start()
      }
      return listener.news
    },
    close() {
      isClosed = true
      for (const listener of listeners) listener.end()
    },
  }

  /** Looks elsewhere as long as somebody listens; one look at a time. */
  function createFollower({ newsSince }: Elsewhere) {
    let timer: NodeJS.Timeout | undefined
    let since = 0
    /** What has been told, with the moment: as far back as is looked. */
    let told = new Map<string, number>()
    return {
      start() {
        if (timer) return
        since = now()
        schedule()
      },
      stop() {
        clearTimeout(timer)
        timer = undefined
      },
    }

    function schedule(): void {
      timer = setTimeout(() => void look(), pollMs)
      timer.unref()
    }

    async function look(): Promise<void> {
      const [mine, from, moment] = [timer, since - overlapMs, now()]
      try {
        for (const brand of new Set([...listeners].map((listener) => listener.brand))) {
          for (const { id, news } of await newsSince(brand, new Date(from))) {
            if (told.has(id)) continue
            told.set(id, moment)
            tell(news)
          }
        }
        since = moment
        told = new Map([...told].filter(([, at]) => at > moment - 3 * overlapMs))
      } catch (err) {
        // Looked for again from the same moment on.
        log.warn({ err }, 'what other processes tell the desks cannot be read')
      }
      if (timer === mine) schedule()
    }
  }
}

type Listener = { brand: string; take(news: DeskNews): void; end(): void; news: AsyncIterableIterator<DeskNews> }

function createListener(brand: string, ended: () => void): Listener {
  /** By what it is about: two news of one thing that nobody has taken yet are one. */
  const waiting = new Map<string, DeskNews>()
  const asking: ((result: IteratorResult<DeskNews, undefined>) => void)[] = []
  let isOver = false

  function end(): void {
    if (isOver) return
    isOver = true
    waiting.clear()
    for (const answer of asking.splice(0)) answer({ done: true, value: undefined })
    ended()
  }

  const news: AsyncIterableIterator<DeskNews> = {
    next() {
      if (isOver) return Promise.resolve({ done: true, value: undefined })
      for (const [about, value] of waiting) {
        waiting.delete(about)
        return Promise.resolve({ done: false, value })
      }
      return new Promise((resolve) => asking.push(resolve))
    },
    return() {
      end()
      return Promise.resolve({ done: true, value: undefined })
    },
    [Symbol.asyncIterator]: () => news,
  }

  return {
    brand,
    news,
    end,
    take(value) {
      const answer = asking.shift()
      if (answer) {
        answer({ done: false, value })
        return
      }
      const about = value.type === 'reload' ? value.type : `${value.type}:${value.id}`
      waiting.delete(about)
      waiting.set(about, value)
      if (waiting.size <= mostWaiting) return
      waiting.clear()
      waiting.set('reload', { type: 'reload', brand, at: value.at })
    },
  }
}
