import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useDesk } from '../desk-context.tsx'
import { isMine, isTouched, liveKeys } from './keys.ts'
import { listen, type LiveState, type News } from './listen.ts'
import { openNews } from './open-news.ts'

/** News that come together are one reason to ask. In milliseconds. */
const togetherMs = 150

let current: LiveState = 'connecting'
const watchers = new Set<() => void>()

/** Whether the desk hears what happens. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (notify) => {
      watchers.add(notify)
      return () => watchers.delete(notify)
    },
    () => current,
  )
}

/** How long what the feed tells of is good, and how often to ask for it, both in milliseconds: while the desk is live, it is told. */
export function useFreshness(): { staleTime: number; pollMs: number | false } {
  const state = useLiveState()
  return { staleTime: state === 'live' ? Infinity : 5_000, pollMs: state === 'lost' ? 15_000 : false }
}

/** Hears the desk's news for as long as it is drawn: once on a page. What is on screen and has changed is asked for anew. */
export function useNews(): void {
  const { withToken, locale, staff } = useDesk()
  const queryClient = useQueryClient()
  useEffect(() => {
    let waiting: News[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const askAnew = () => {
      const all = waiting
      waiting = []
      timer = undefined
      void queryClient.invalidateQueries(
        { predicate: ({ queryKey }) => all.some((news) => isTouched(queryKey, news, staff.id, queryClient.getQueryData(liveKeys.stuck))) },
        // At the start everything has just been asked for.
        { cancelRefetch: all.some(({ type }) => type !== 'reload') },
      )
    }
    const stop = listen({
      open: (signal) => withToken((accessToken) => openNews({ accessToken, locale }, signal)),
      heard: (news) => {
        // Calls are written down whenever they are asked for: a colleague's are, only if they have just rung here.
        if (news.type === 'contact' && !isMine(news, staff.id, queryClient.getQueryData(liveKeys.contacts))) return
        waiting.push(news)
        timer ??= setTimeout(askAnew, togetherMs)
      },
      changed: tell,
    })
    return () => {
      stop()
      clearTimeout(timer)
      tell('connecting')
    }
  }, [withToken, locale, staff.id, queryClient])
}

function tell(state: LiveState): void {
  current = state
  for (const notify of watchers) notify()
}
