import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../api/client.ts'
import { useApp } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useFormFactor } from '../device.ts'
import { useHelp } from '../hand-over/help-context.ts'
import { useChosenLine } from '../home/chosen-line.ts'
import { usePart } from '../ui/navigation.ts'
import { askGuide, sayInGuide, type GuideWalk, type Said } from './guide.ts'

const runKey = 'mosaic.guide.'

/** A walk through a guide. The tab remembers which it is, so that a reload goes on; what has been answered is the server's to keep. */
export function useGuide(guide: string, withToken: WithToken) {
  const { locale } = useApp()
  const formFactor = useFormFactor()
  const queryClient = useQueryClient()
  const line = useChosenLine()
  const part = usePart()
  const prepared = useHelp()?.current?.place
  const given = prepared?.guide === guide ? (prepared.run ?? undefined) : undefined
  const [kept, setKept] = useState(() => sessionStorage.getItem(runKey + guide) ?? undefined)
  const [sending, setSending] = useState<Said>()
  const [problem, setProblem] = useState<'offline' | 'unsent'>()
  const run = given ?? kept
  const wanted = { guide, run, line, from: part || undefined }

  const queryKey = ['guide', guide, line ?? null, part, given ?? null, locale]
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await withToken((accessToken) => askGuide(wanted, { accessToken, locale, formFactor }, signal))) ?? null,
    retry: false,
    staleTime: 0,
  })

  const keep = (walk: GuideWalk) => {
    queryClient.setQueryData(queryKey, walk)
    if (!walk.run) return
    setKept(walk.run)
    try {
      sessionStorage.setItem(runKey + guide, walk.run)
    } catch {
      // Then it lasts as long as the page.
    }
  }

  return {
    asked,
    walk: asked.data,
    sending,
    problem,
    /** Goes on; undefined when it did not get through, which is said. */
    async say(said: Said): Promise<GuideWalk | undefined> {
      if (sending) return undefined
      if (!navigator.onLine) {
        setProblem('offline')
        return undefined
      }
      setSending(said)
      setProblem(undefined)
      // Where the walk has been begun elsewhere, this page has heard of it by looking.
      const own = { ...wanted, run: asked.data?.run ?? run }
      try {
        // What is being looked at meanwhile must not stand over the answer.
        await queryClient.cancelQueries({ queryKey })
        const walk = await withToken((accessToken) => sayInGuide(own, said, { accessToken, locale, formFactor }))
        keep(walk)
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
