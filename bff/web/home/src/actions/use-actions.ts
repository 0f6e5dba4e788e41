import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'
import type { ActionView } from '@mosaic/widgets'
import { webAddress } from '@mosaic/widgets/tile'
import { failureOf, serverCodeOf } from '../api/client.ts'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { homesKey, useMergeWidgets } from '../home/use-home.ts'
import { navigate } from '../ui/navigation.ts'
import type { Notice } from '../ui/notices.tsx'
import { createIntents, intentOf } from './intents.ts'
import { isAsked, isMutation, runMutation } from './mutations.ts'

/** An action the customer is being asked about, and how far it is. `unknown`: it was sent, and no answer came back. */
export type Asking = { action: ActionView; phase: 'asking' | 'working' | 'unknown' | 'offline' }

/** When to look whether something that is under way has arrived, in milliseconds after the answer. */
const pendingChecksMs = [4_000, 12_000]

/**
 * Does what taps ask for: one at a time, after its confirmation, with a word on how it went.
 * @param line the one the open page is about
 */
export function useActions(
  withToken: WithToken,
  surface: string,
  line: string | undefined,
  formFactor: FormFactor,
  say: (notice: Notice) => void,
) {
  const { locale } = useApp()
  const texts = useMessages()
  const queryClient = useQueryClient()
  const mergeWidgets = useMergeWidgets()
  const intents = useMemo(() => createIntents(sessionStorage), [])
  const [asking, setAsking] = useState<Asking | undefined>()

  const perform = useCallback(
    async (action: ActionView) => {
      if (action.__typename === 'OpenLink') return open(action.webUrl)
      if (!isMutation(action)) return
      const mutation = action
      if (!navigator.onLine) return setAsking({ action, phase: 'offline' })
      const intent = intentOf(mutation.operationId, mutation.variables)
      setAsking({ action, phase: 'working' })
      try {
        const idempotencyKey = intents.keyOf(intent, Date.now())
        const result = await withToken((accessToken) =>
          runMutation(mutation, { surface, line }, idempotencyKey, { accessToken, locale, formFactor }),
        )
        intents.settle(intent, Date.now())
        mergeWidgets({ surface, line }, result)
        setAsking(undefined)
        say({
          text: result.message,
          tone: result.status === 'failed' ? 'critical' : result.status === 'completed' ? 'positive' : 'neutral',
        })
        if (result.status !== 'completed' && result.status !== 'failed') {
          for (const delay of pendingChecksMs) setTimeout(() => void queryClient.invalidateQueries({ queryKey: homesKey }), delay)
        }
      } catch (error) {
        console.warn(error)
        // Who may not do it is told by whoever asks for more than his session or his proof: nothing has happened.
        const isRefused = failureOf(error) === 'UNAUTHENTICATED' || serverCodeOf(error) === 'FORBIDDEN'
        setAsking(isRefused ? undefined : { action, phase: 'unknown' })
      }
    },
    [formFactor, intents, line, locale, mergeWidgets, queryClient, say, surface, withToken],
  )

  const runAction = useCallback(
    (action: ActionView) => {
      const isKnown = action.__typename === 'OpenLink' || isMutation(action)
      if (!isKnown) return say({ text: { value: texts.actionUnknown, lang: locale }, tone: 'critical' })
      if (isAsked(action)) return setAsking({ action, phase: 'asking' })
      void perform(action)
    },
    [locale, perform, say, texts],
  )

  return {
    runAction,
    pendingActionId: asking?.phase === 'working' ? asking.action.id : undefined,
    // What is done without a question is done behind its button; what went wrong with it is told like anything else.
    asking: asking?.phase === 'working' && !isAsked(asking.action) ? undefined : asking,
    accept: useCallback(() => {
      if (asking && asking.phase !== 'working') void perform(asking.action)
    }, [asking, perform]),
    dismiss: useCallback(() => setAsking((current) => (current?.phase === 'working' ? current : undefined)), []),
  }

  function open(url: string): void {
    setAsking(undefined)
    const address = webAddress(url)
    if (address?.startsWith('/')) navigate(address)
    else if (address) window.open(address, '_blank', 'noopener,noreferrer')
  }
}
