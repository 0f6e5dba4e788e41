import type { Logger } from '../../log.ts'
import type { Talks } from './contract.ts'

/** Between two rounds, in milliseconds. */
const roundMs = 15_000

/**
 * Goes round for ever: looks for what has ended, tries what is due. One round at a time; the first within a quarter of a minute after the start, so that
 * processes that start together do not go together.
 * @returns ends it. An attempt that is under way is found again by the next process.
 */
export function startTalks(
  { findEnded, talks }: { findEnded: (isOver: () => boolean) => Promise<void>; talks: Pick<Talks, 'work'> },
  log: Pick<Logger, 'warn'>,
): () => void {
  let isOver = false
  let timer: NodeJS.Timeout

  const next = (ms: number) => {
    timer = setTimeout(() => void round(), ms).unref()
  }
  async function round(): Promise<void> {
    try {
      await findEnded(() => isOver)
      await talks.work(() => isOver)
    } catch (err) {
      if (!isOver) log.warn({ err }, 'talks that are to be written down could not be looked for; it is tried again')
    }
    if (!isOver) next(roundMs)
  }
  next(Math.random() * roundMs)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
