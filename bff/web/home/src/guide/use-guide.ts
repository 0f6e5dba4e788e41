import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { failureOf } from '../api/client.ts'
import { useApp } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useFormFactor, useIsOnline } from '../device.ts'
import { useHelp } from '../hand-over/help-context.ts'
import { useChosenLine } from '../home/chosen-line.ts'
import { usePart } from '../ui/navigation.ts'
import { lookAgainIn } from './follow.ts'
import { askGuide, sayInGuide, type GuideWalk, type Said } from './guide.ts'

const runKey = 'mosaic.guide.'

/** A walk through a guide. The tab remembers which it is, so that a reload goes on; what has been answered is the server's to keep. */
export function useGuide(guide: string, withToken: WithToken) {
  const { locale } = useApp()
  const isOnline = useIsOnline()
  const formFactor = useFormFactor()
  const queryClient = useQueryClient()
  const chosen = useChosenLine()
  // What the tab remembers is of who is signed in: a guest has one line, and his walk is found by it.
  const { isGuest } = withToken
  const line = isGuest ? undefined : chosen
  const part = usePart()
  const prepared = useHelp()?.current?.place
  const isHelped = prepared !== undefined
  const given = prepared?.guide === guide ? (prepared.run ?? undefined) : undefined
  const [kept, setKept] = useState(() => (isGuest ? undefined : (sessionStorage.getItem(runKey + guide) ?? undefined)))
  const [sending, setSending] = useState<Said>()
  const [problem, setProblem] = useState<'offline' | 'unsent'>()
  const [own, setOwn] = useState<GuideWalk>()
  const [openedAt] = useState(() => Date.now())
  /** When something last happened here, in epoch milliseconds. */
  const changedAt = useRef<number>(undefined)
  /** How often the customer has begun anew here. */
  const [round, setRound] = useState(0)
  const run = round === 0 ? (given ?? kept) : kept
  const wanted = { guide, run, line, from: part || undefined }

  const queryKey = ['guide', guide, line ?? null, part, given ?? null, locale, round]
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      // Whoever helps may have begun it.
      const own = { ...wanted, run: queryClient.getQueryData<GuideWalk | null>(queryKey)?.run ?? run }
      return (await withToken((accessToken) => askGuide(own, { accessToken, locale, formFactor }, signal))) ?? null
    },
    retry: false,
    staleTime: 0,
    // Only while it is on the screen, and there is a network.
    refetchInterval({ state: { data, error } }) {
      if (sending || !isOnline) return false
      return lookAgainIn(data, { isHelped, hasFailed: error !== null, unchangedMs: Date.now() - (changedAt.current ?? openedAt) })
    },
  })
  const here = asked.data?.run ?? undefined
  useEffect(() => {
    changedAt.current = Date.now()
  }, [asked.data])
  useEffect(() => {
    if (here === undefined || isGuest) return
    try {
      sessionStorage.setItem(runKey + guide, here)
    } catch {
      // Then it lasts as long as the page.
    }
  }, [here, guide, isGuest])

  return {
    asked,
    walk: asked.data,
    /** Where what was said here has led last. */
    own,
    sending,
    problem,
    /** Leaves a walk that stands still, and begins another. */
    beginAnew() {
      sessionStorage.removeItem(runKey + guide)
      setKept(undefined)
      setProblem(undefined)
      setRound((before) => before + 1)
    },
    /** Goes on; undefined when it did not get through, which is said. */
    async say(said: Said): Promise<GuideWalk | undefined> {
      if (sending) return undefined
      if (!navigator.onLine) {
        setProblem('offline')
        return undefined
      }
      setSending(said)
      setProblem(undefined)
      changedAt.current = Date.now()
      // Where the walk has been begun elsewhere, this page has heard of it by looking.
      const own = { ...wanted, run: asked.data?.run ?? run }
      try {
        // What is being looked at meanwhile must not stand over the answer.
        await queryClient.cancelQueries({ queryKey })
        const walk = await withToken((accessToken) => sayInGuide(own, said, { accessToken, locale, formFactor }))
        setOwn(queryClient.setQueryData<GuideWalk>(queryKey, walk))
        return walk
      } catch (error) {
        console.warn('the guide did not hear the answer', failureOf(error))
        setProblem(failureOf(error) === 'UNREACHABLE' ? 'offline' : 'unsent')
        return undefined
      } finally {
        setSending(undefined)
      }
    },
  }
}
