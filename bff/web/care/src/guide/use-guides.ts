import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../desk-context.tsx'
import { customerKeys } from '../customer/keys.ts'
import { liveKeys } from '../live/keys.ts'
import { useFreshness } from '../live/use-news.ts'
import { createIntentKeys } from '../send/intent.ts'
import { usePaused } from '../ui/paused.ts'
import {
  answerGuideDocument,
  backInGuideDocument,
  guideRunsDocument,
  guidesDocument,
  openTicketDocument,
  startGuideDocument,
} from './guide.graphql.ts'
import type { GuideChoice, GuideRun, OpenedTicket } from './types.ts'

/** The guides for a customer, by what he says; those that are about him first. */
export function useGuides(customer: string, line: string | undefined, typed: string) {
  const { ask } = useDesk()
  const wanted = typed.trim().replaceAll(/\s+/g, ' ').slice(0, 100)
  const text = usePaused(wanted)
  const query = useQuery({
    queryKey: [...customerKeys.all(customer), 'guideChoices', line ?? null, text],
    queryFn: ({ signal }) =>
      ask<{ guides: readonly GuideChoice[] }>(guidesDocument, { text: text || null, customer, line: line ?? null }, signal).then(
        ({ guides }) => guides,
      ),
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  return { ...query, isCurrent: text === wanted && !query.isPlaceholderData, text }
}

/** What a customer has walked lately, newest first: told by the server as it moves. */
export function useGuideRuns(customer: string, isOn: boolean) {
  const { ask } = useDesk()
  const { staleTime, pollMs } = useFreshness()
  return useQuery({
    queryKey: liveKeys.guidesOf(customer),
    queryFn: ({ signal }) =>
      ask<{ guideRuns: readonly GuideRun[] }>(guideRunsDocument, { customer }, signal).then(({ guideRuns }) => guideRuns),
    enabled: isOn,
    staleTime,
    refetchInterval: pollMs,
  })
}

/** What is done in a walk. */
export type Doing =
  | { type: 'start'; guide: string; line: string | undefined }
  | { type: 'answer'; run: string; step: string; answer: string }
  | { type: 'back'; run: string; step: string }

/** Takes a step in a walk with a customer; what comes back is where both are. Null: there is no such walk any more. */
export function useWalk(customer: string) {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  const queryKey = liveKeys.guidesOf(customer)
  return useMutation({
    mutationFn: async (doing: Doing): Promise<GuideRun | null> => {
      // What is being looked at meanwhile must not stand over the answer.
      await queryClient.cancelQueries({ queryKey })
      if (doing.type === 'start') {
        const variables = { customer, line: doing.line ?? null, guide: doing.guide }
        return (await ask<{ startGuide: GuideRun }>(startGuideDocument, variables)).startGuide
      }
      const { run, step } = doing
      if (doing.type === 'back') return (await ask<{ backInGuide: GuideRun | null }>(backInGuideDocument, { run, step })).backInGuide
      return (await ask<{ answerGuide: GuideRun | null }>(answerGuideDocument, { run, step, answer: doing.answer })).answerGuide
    },
    onSuccess: (run) => keep(queryClient, queryKey, run),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
}

/** Opens a ticket with all that was said: once, however often it is asked for. */
export function useOpenTicket(customer: string) {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  const [keys] = useState(() => createIntentKeys<{ run: string }>())
  return useMutation({
    mutationFn: async (run: string) => {
      const wanted = { run }
      const { openTicket } = await ask<{ openTicket: OpenedTicket | null }>(openTicketDocument, { run, idempotencyKey: keys.keyOf(wanted) })
      keys.settle(wanted)
      return openTicket
    },
    onSuccess: (opened) => {
      keep(queryClient, liveKeys.guidesOf(customer), opened?.run ?? null)
      // It stands among his tickets.
      return queryClient.invalidateQueries({ queryKey: [...customerKeys.all(customer), 'standing'] })
    },
  })
}

/** In the place of what was known of it, without what was said of one answer only. */
function keep(queryClient: ReturnType<typeof useQueryClient>, queryKey: readonly unknown[], run: GuideRun | null): void {
  if (!run) return void queryClient.invalidateQueries({ queryKey })
  const { id } = run
  queryClient.setQueryData<readonly GuideRun[]>(queryKey, (runs = []) =>
    runs.some((one) => one.id === id) ? runs.map((one) => (one.id === id ? run : one)) : [run, ...runs],
  )
}
