import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { failureOf } from '../api/client.ts'
import { useApp } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useFormFactor } from '../device.ts'
import { acceptHandOver, openHandOver, type HandOver } from './hand-overs.ts'
import { createKept, type OpenedLink } from './kept.ts'

/**
 * How far the opening of a link is. `again`: this page has no link any more, for it was loaded anew. `lost`: it was asked, and no answer came.
 * `proving`: open on this device, and it is not known who the customer is; `taking`: it is known, and his place is being asked for.
 */
export type Opening =
  { phase: 'closed' | 'opening' | 'lost' | 'gone' | 'again' } | { phase: 'proving' | 'taking' | 'untaken'; link: OpenedLink }

/** @param withToken of the customer who is signed in; undefined when nobody is */
export function useOpening(token: string | undefined, withToken: WithToken | undefined, onTaken: (handOver: HandOver) => void) {
  const { locale } = useApp()
  const formFactor = useFormFactor()
  const kept = useMemo(() => createKept(sessionStorage), [])
  const [link, setLink] = useState(() => kept.openedLink(Date.now()))
  const [step, setStep] = useState<'closed' | 'opening' | 'lost' | 'gone'>('closed')

  const open = useCallback(async () => {
    if (token === undefined) return
    setStep('opening')
    try {
      const opened = await openHandOver(token, kept.opener(), { locale, formFactor })
      if (opened.status === 'gone') return setStep('gone')
      const next = { claim: opened.claim, code: opened.code, openedAt: Date.now() }
      kept.keepOpenedLink(next)
      setLink(next)
    } catch (error) {
      // By its kind alone: nothing of a link goes into a log.
      console.warn('the link could not be opened', failureOf(error))
      setStep('lost')
    }
  }, [formFactor, kept, locale, token])

  // Taking is safe to repeat: the claim is this device's, and the customer stays the same.
  const taken = useQuery({
    queryKey: ['accept-hand-over', link?.openedAt],
    queryFn: async () => {
      if (!withToken || !link) return null
      return (await withToken((accessToken) => acceptHandOver({ claim: link.claim }, { accessToken, locale, formFactor }))) ?? null
    },
    enabled: withToken !== undefined && link !== undefined,
    staleTime: Infinity,
    retry: false,
    refetchOnReconnect: true,
  })
  const settle = useEffectEvent((handOver: HandOver | null) => {
    kept.forgetOpenedLink()
    if (handOver) onTaken(handOver)
  })
  const { data } = taken
  useEffect(() => {
    if (data !== undefined) settle(data)
  }, [data])

  /** What was opened is of no use any more. */
  const give = useCallback(() => {
    kept.forgetOpenedLink()
    setLink(undefined)
    setStep('gone')
  }, [kept])
  return { opening: phaseOf(), open, takeAgain: () => void taken.refetch(), give }

  function phaseOf(): Opening {
    if (link) {
      if (!withToken) return { phase: 'proving', link }
      if (data === null) return { phase: 'gone' }
      return { phase: taken.isError && !taken.isFetching ? 'untaken' : 'taking', link }
    }
    return { phase: token === undefined && step !== 'gone' ? 'again' : step }
  }
}
