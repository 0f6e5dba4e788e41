import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { customerKeys } from '../customer/keys.ts'
import { useDesk } from '../desk-context.tsx'
import { liveKeys } from '../live/keys.ts'
import { createIntentKeys } from '../send/intent.ts'
import { bookDocument, timesDocument } from './queue.graphql.ts'
import type { Booked, Time } from './types.ts'

/** What an agent is about to book; `line`: the one to call, else the first on which one can talk. */
export type Booking = {
  customer: string
  line: string | null
  startsAt: string
  topic: string
  /** A walk through a guide that whoever calls is to know. */ run: string | null
}

/** When somebody can call, soonest first. */
export function useTimes() {
  const { ask } = useDesk()
  return useQuery({
    queryKey: [...liveKeys.callBacks, 'times'],
    queryFn: ({ signal }) => ask<{ callBackTimes: readonly Time[] }>(timesDocument, {}, signal).then(({ callBackTimes }) => callBackTimes),
    // Somebody else may have taken one a second ago.
    staleTime: 0,
  })
}

/** Books a call-back: once, however often it is asked for. */
export function useBook() {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  const [keys] = useState(() => createIntentKeys<Booking>())
  return useMutation({
    mutationFn: async (booking: Booking) => {
      const input = { ...booking, idempotencyKey: keys.keyOf(booking) }
      const { bookCallBack } = await ask<{ bookCallBack: Booked }>(bookDocument, { input })
      keys.settle(booking)
      return bookCallBack
    },
    onSettled: (_answer, _error, { customer }) => {
      void queryClient.invalidateQueries({ queryKey: customerKeys.history(customer) })
      return queryClient.invalidateQueries({ queryKey: liveKeys.callBacks })
    },
  })
}
