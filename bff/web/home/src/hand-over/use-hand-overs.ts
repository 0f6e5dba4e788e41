import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { WithToken } from '../auth/use-session.ts'
import { useApp } from '../app-context.tsx'
import { useFormFactor } from '../device.ts'
import { chooseLine } from '../home/chosen-line.ts'
import { navigate } from '../ui/navigation.ts'
import { acceptHandOver, askHandOvers, noteHandOver, type HandOver, type Note } from './hand-overs.ts'
import type { Help } from './help-context.ts'
import { createKept } from './kept.ts'
import { linkPath } from './link.ts'
import { isOver, waitingOf } from './waiting.ts'

const listKey = ['hand-overs'] as const
/** What was asked so recently is not asked again when the customer comes back to the app, in milliseconds. */
const freshMs = 10_000

/** What has been prepared for the signed-in customer, and what he is looking at: asked beside the home, which never waits for it. */
export function useHandOvers(withToken: WithToken, now: Date): Help & { isMissing: boolean; finish: () => void } {
  const { locale } = useApp()
  const formFactor = useFormFactor()
  const queryClient = useQueryClient()
  const kept = useMemo(() => createKept(sessionStorage), [])
  const [currentId, setCurrentId] = useState(() => kept.currentId())
  const [putOffs, setPutOffs] = useState<readonly string[]>([])
  const [isMissing, setIsMissing] = useState(false)
  const told = useRef(new Set<string>())

  const queryKey = useMemo(() => [...listKey, locale], [locale])
  const list = useQuery({
    queryKey,
    queryFn: ({ signal }) => withToken((accessToken) => askHandOvers({ accessToken, locale, formFactor }, signal)),
    staleTime: freshMs,
    retry: false,
  })
  const found = list.data?.find(({ id }) => id === currentId)
  const current = found && !isOver(found) ? found : undefined

  const learn = useCallback(
    (handOver: HandOver) =>
      queryClient.setQueryData<readonly HandOver[]>(queryKey, (known = []) => [handOver, ...known.filter(({ id }) => id !== handOver.id)]),
    [queryClient, queryKey],
  )
  const follow = useCallback(
    (handOver: HandOver) => {
      learn(handOver)
      kept.keepCurrentId(handOver.id)
      setCurrentId(handOver.id)
      setIsMissing(false)
      chooseLine(handOver.lineId)
      // From the page of a link there is no way back: it has been opened.
      navigate(handOver.place.webPath, { replace: location.pathname === linkPath })
    },
    [kept, learn],
  )
  const finish = useCallback(() => {
    kept.forgetCurrentId()
    setCurrentId(undefined)
    setIsMissing(false)
  }, [kept])

  const note = useCallback(
    async (id: string, what: Note) => {
      const noted = await withToken((accessToken) => noteHandOver(id, what, { accessToken, locale, formFactor }))
      if (noted) learn(noted)
      return noted !== undefined
    },
    [formFactor, learn, locale, withToken],
  )

  return {
    current,
    waiting: waitingOf(list.data ?? [], now, (id) => id === currentId || putOffs.includes(id) || kept.isPutOff(id)),
    isMissing,
    follow,
    finish,
    open: useCallback(
      async (id) => {
        const taken = await withToken((accessToken) => acceptHandOver({ id }, { accessToken, locale, formFactor }))
        if (taken) follow(taken)
        else void queryClient.invalidateQueries({ queryKey })
        return taken !== undefined
      },
      [follow, formFactor, locale, queryClient, queryKey, withToken],
    ),
    putOff: useCallback(
      (id) => {
        kept.putOff(id)
        setPutOffs((before) => [...before, id])
      },
      [kept],
    ),
    reached: useCallback(
      (step, isThere) => {
        setIsMissing(!isThere)
        const key = `${current?.id} ${step}`
        if (!current || !isThere || told.current.has(key)) return
        told.current.add(key)
        // What did not get through is told when the page is looked at again.
        note(current.id, { type: 'reached', step }).catch((error: unknown) => {
          console.warn('the helper was not told', error)
          told.current.delete(key)
        })
      },
      [current, note],
    ),
    note: useCallback(async (what) => (current ? note(current.id, what) : false), [current, note]),
    stuckAt: useCallback(
      async (step, what) => {
        if (!current) return false
        // That he is stuck matters more than where: it is told even when the place is not.
        if (step !== current.place.widgetId) await note(current.id, { type: 'reached', step }).catch(() => false)
        return note(current.id, what)
      },
      [current, note],
    ),
  }
}
