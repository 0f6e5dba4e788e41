import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TextView } from '@mosaic/widgets'
import { failureOf, serverCodeOf } from '../api/client.ts'
import { useApp } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useFormFactor } from '../device.ts'
import { homesKey } from '../home/use-home.ts'
import { openTicket } from './guide.ts'

/** Why there is no ticket yet: the network, no answer, or what the server says. */
type TicketProblem = 'offline' | 'unknown' | TextView

/** Opens the ticket of a walk. Asking twice does no harm: it is the walk's, and there is one. */
export function useTicket(withToken: WithToken) {
  const { locale } = useApp()
  const formFactor = useFormFactor()
  const queryClient = useQueryClient()
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<TicketProblem>()
  return {
    isSending,
    problem,
    /** @param begin the walk, which is begun where nothing was asked on the way @param look shows how it stands afterwards */
    async open(begin: () => Promise<string | undefined>, look: () => Promise<unknown>): Promise<void> {
      if (isSending) return
      if (!navigator.onLine) return setProblem('offline')
      setIsSending(true)
      setProblem(undefined)
      try {
        const run = await begin()
        if (run === undefined) return
        const opened = await withToken((accessToken) => openTicket(run, { accessToken, locale, formFactor }))
        if (opened.status === 'completed') void queryClient.invalidateQueries({ queryKey: homesKey })
        else setProblem(opened.message)
        await look()
      } catch (error) {
        console.warn('the ticket was not confirmed', failureOf(error))
        // Who may not do it is told by whoever asks for more than his session or his proof: nothing has happened.
        const isRefused = failureOf(error) === 'UNAUTHENTICATED' || serverCodeOf(error) === 'FORBIDDEN'
        setProblem(isRefused ? undefined : navigator.onLine ? 'unknown' : 'offline')
      } finally {
        setIsSending(false)
      }
    },
  }
}
