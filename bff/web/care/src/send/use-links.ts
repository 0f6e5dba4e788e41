import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../desk-context.tsx'
import { customerKeys } from '../customer/keys.ts'
import { unanswered } from '../ask.ts'
import { liveKeys } from '../live/keys.ts'
import { useFreshness } from '../live/use-news.ts'
import { createIntentKeys, type Intent } from './intent.ts'
import { isUnderWay } from './progress.ts'
import { linksOfDocument, myLinksDocument, revokeDocument, sendDocument } from './send.graphql.ts'
import type { HandOver, SentHandOver } from './types.ts'

/** As many as there is room for beside a customer. */
const shownOfCustomer = 5
/** How often a link under way is looked at for what comes of time alone, in milliseconds. */
const timePassesMs = 60_000

/** A customer's links, newest first. */
export function useLinksOf(customer: string) {
  const { ask, staff } = useDesk()
  const { staleTime, pollMs } = useFreshness()
  return useQuery({
    queryKey: liveKeys.linksOf(customer),
    queryFn: ({ signal }) =>
      ask<{ customer: { handOvers: readonly HandOver[] } | null }>(linksOfDocument, { customer, limit: shownOfCustomer }, signal).then(
        ({ customer: known }) => known?.handOvers ?? unanswered(),
      ),
    enabled: staff.roles.includes('agent'),
    staleTime,
    refetchInterval: ({ state }) => pollMs || passing(state.data),
  })
}

/** The agent's own of today, newest first. */
export function useMyLinks() {
  const { ask, staff } = useDesk()
  const { staleTime, pollMs } = useFreshness()
  return useQuery({
    queryKey: liveKeys.links,
    queryFn: ({ signal }) => ask<{ myHandOvers: readonly HandOver[] }>(myLinksDocument, {}, signal).then(({ myHandOvers }) => myHandOvers),
    enabled: staff.roles.includes('agent'),
    staleTime,
    refetchInterval: ({ state }) => pollMs || passing(state.data),
  })
}

function passing(links: readonly HandOver[] | undefined): number | false {
  return links?.some(({ state }) => isUnderWay(state)) ? timePassesMs : false
}

/** Sends a link: once, however often it is asked for. */
export function useSend() {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  const [keys] = useState(() => createIntentKeys())
  return useMutation({
    mutationFn: async (intent: Intent) => {
      const input = { ...intent, idempotencyKey: keys.keyOf(intent) }
      const { sendHandOver } = await ask<{ sendHandOver: SentHandOver }>(sendDocument, { input })
      keys.settle(intent)
      return sendHandOver
    },
    onSuccess: ({ handOver }, { customer, replaces }) => {
      // At once on screen; what it replaces is asked for with the rest.
      if (handOver)
        queryClient.setQueryData<readonly HandOver[]>(liveKeys.linksOf(customer), (known = []) => [
          handOver,
          ...known.filter(({ id }) => id !== handOver.id && id !== replaces),
        ])
      void queryClient.invalidateQueries({ queryKey: liveKeys.linksOf(customer) })
      void queryClient.invalidateQueries({ queryKey: liveKeys.links })
      void queryClient.invalidateQueries({ queryKey: customerKeys.history(customer) })
    },
  })
}

/** Takes a link back. */
export function useRevoke() {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: HandOver) => ask<{ revokeHandOver: HandOver | null }>(revokeDocument, { id }),
    onSettled: (_answer, _error, { customerId }) => {
      void queryClient.invalidateQueries({ queryKey: liveKeys.linksOf(customerId) })
      void queryClient.invalidateQueries({ queryKey: liveKeys.links })
    },
  })
}
