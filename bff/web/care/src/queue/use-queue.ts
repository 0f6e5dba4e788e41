import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { customerKeys } from '../customer/keys.ts'
import { useDesk } from '../desk-context.tsx'
import { liveKeys } from '../live/keys.ts'
import { useFreshness } from '../live/use-news.ts'
import { closeDocument, queueDocument, takeDocument } from './queue.graphql.ts'
import type { CallBack } from './types.ts'

/** So far ahead an agent plans. In milliseconds. */
const aheadMs = 12 * 3_600_000
/** What comes into sight by time alone. In milliseconds. */
const timePassesMs = 10 * 60_000

/** Who is to be called back, soonest first. */
export function useQueue() {
  const { ask, staff } = useDesk()
  const { staleTime, pollMs } = useFreshness()
  return useQuery({
    queryKey: liveKeys.callBacks,
    queryFn: ({ signal }) => {
      const until = new Date(Date.now() + aheadMs).toISOString()
      return ask<{ callBacks: readonly CallBack[] }>(queueDocument, { until }, signal).then(({ callBacks }) => callBacks)
    },
    enabled: staff.roles.includes('agent') && staff.can.includes('callBacks'),
    staleTime,
    refetchInterval: pollMs || timePassesMs,
  })
}

/** Takes one; null: somebody else was first. */
export function useTake() {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: CallBack) => ask<{ takeCallBack: CallBack | null }>(takeDocument, { id }).then(({ takeCallBack }) => takeCallBack),
    onSettled: () => queryClient.invalidateQueries({ queryKey: liveKeys.callBacks }),
  })
}

export function useClose() {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ callBack: { id }, state }: { callBack: CallBack; state: 'done' | 'unreached' }) =>
      ask<{ closeCallBack: CallBack | null }>(closeDocument, { id, state }).then(({ closeCallBack }) => closeCallBack),
    onSettled: (_answer, _error, { callBack }) => {
      void queryClient.invalidateQueries({ queryKey: liveKeys.callBacks })
      void queryClient.invalidateQueries({ queryKey: customerKeys.history(callBack.customerId) })
    },
  })
}
