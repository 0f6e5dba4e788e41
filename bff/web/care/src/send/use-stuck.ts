import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useOpenContact } from '../calls/use-contacts.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { liveKeys } from '../live/keys.ts'
import { useFreshness } from '../live/use-news.ts'
import { messages } from './messages.ts'
import { giveBackDocument, stuckDocument, takeDocument } from './send.graphql.ts'
import type { HandOver, StuckHandOver } from './types.ts'

/** Who goes on by himself, or gives up, is no longer stuck: nobody tells. In milliseconds. */
const timePassesMs = 60_000

/** Customers of the brand's who are stuck and want to talk about it now, newest first; also those whom a colleague helps. */
export function useStuck() {
  const { ask, staff } = useDesk()
  const { staleTime, pollMs } = useFreshness()
  return useQuery({
    queryKey: liveKeys.stuck,
    queryFn: ({ signal }) =>
      ask<{ stuckHandOvers: readonly StuckHandOver[] }>(stuckDocument, {}, signal).then(({ stuckHandOvers }) => stuckHandOvers),
    enabled: staff.roles.includes('agent'),
    staleTime,
    refetchInterval: ({ state }) => pollMs || ((state.data ?? []).length > 0 && timePassesMs),
  })
}

/**
 * Takes somebody who is stuck; who was first, if it was a colleague, is said. What is talked about then is noted in a contact of its own, unless one is open.
 * @param onTaken it is this agent who helps now
 */
export function useTakeStuck(onTaken?: (link: HandOver) => void) {
  const { ask, say } = useDesk()
  const texts = useTexts(messages)
  const open = useOpenContact()
  const settle = useSettle()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ link: { id } }: { link: HandOver; contact: string | undefined }) =>
      ask<{ takeHandOver: HandOver | null }>(takeDocument, { id }).then(({ takeHandOver }) => takeHandOver),
    onSuccess: (now, { link, contact }) => {
      if (!now?.isTakenByMe) return say(now?.takenBy ? texts.takenByOther(now.takenBy) : texts.notStuck)
      if (contact === undefined && !open.isPending) open.mutate({ customer: link.customerId, channel: 'other' })
      onTaken?.(link)
    },
    onError: () => say(texts.notTaken, 'critical'),
    onSettled: (_answer, _error, { link }) => settle(link),
  })
  const take = (link: HandOver, contact?: string) => {
    if (!isPending) mutate({ link, contact })
  }
  return { take, isPending }
}

/** Leaves somebody to the colleagues again. */
export function useGiveBack() {
  const { ask, say } = useDesk()
  const texts = useTexts(messages)
  const settle = useSettle()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ id }: HandOver) => ask<{ giveBackHandOver: HandOver | null }>(giveBackDocument, { id }),
    onSuccess: () => say(texts.givenBack),
    onError: () => say(texts.notGivenBack, 'critical'),
    onSettled: (_answer, _error, link) => settle(link),
  })
  const giveBack = (link: HandOver) => {
    if (!isPending) mutate(link)
  }
  return { giveBack, isPending }
}

function useSettle() {
  const queryClient = useQueryClient()
  return ({ customerId }: HandOver) => {
    for (const queryKey of [liveKeys.stuck, liveKeys.links, liveKeys.linksOf(customerId)]) void queryClient.invalidateQueries({ queryKey })
  }
}
