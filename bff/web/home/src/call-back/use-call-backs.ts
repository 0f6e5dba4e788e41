import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { WithToken } from '../auth/use-session.ts'
import { useApp } from '../app-context.tsx'
import { useFormFactor } from '../device.ts'
import { askCallBacks, cancelCallBack, type Cancelled } from './call-backs.ts'

/** The calls a customer waits for, by query key: whoever books one asks anew. */
export const callBacksKey = ['call-backs'] as const
/** What was asked so recently is not asked again when the customer comes back to the app, in milliseconds. */
const freshMs = 10_000

/** The calls the customer waits for: asked beside the home, which never waits for it. */
export function useCallBacks(withToken: WithToken) {
  const { locale } = useApp()
  const formFactor = useFormFactor()
  const queryClient = useQueryClient()
  const { data } = useQuery({
    queryKey: callBacksKey,
    queryFn: ({ signal }) => withToken((accessToken) => askCallBacks({ accessToken, locale, formFactor }, signal)),
    staleTime: freshMs,
    retry: false,
  })
  return {
    waiting: data ?? [],
    /** @throws ApiError */
    cancel: useCallback(
      (id: string): Promise<Cancelled> => withToken((accessToken) => cancelCallBack(id, { accessToken, locale, formFactor })),
      [formFactor, locale, withToken],
    ),
    askAnew: useCallback(() => queryClient.invalidateQueries({ queryKey: callBacksKey }), [queryClient]),
  }
}
