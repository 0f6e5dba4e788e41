import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import { failureOf, lookGraphql, type Tagged } from '../api/client.ts'
import { isOfLine, isOutgrown, mergeWidgets, type Changed } from '../api/merge.ts'
import type { HomeData } from '../api/types.ts'
import type { WithToken } from '../auth/use-session.ts'
import { savedHomes } from '../offline/saved-home.ts'

/** Which page is asked for: the home or a landing page, for which line, at which width, in which language. */
export type HomeView = { surface: string; line: string | undefined; formFactor: FormFactor; locale: Locale }
/** A home and when the server last said that it is so (ms since the epoch); `isSaved` says it is the offline copy. */
export type Home = Tagged<HomeData> & { fetchedAt: number; isSaved: boolean }

/** The home of one line: asked once, kept while it is asked again, and copied for the day without network. */
export function useHome(view: HomeView, withToken: WithToken) {
  const queryClient = useQueryClient()
  const queryKey = homeKey(view)
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      try {
        return await fetchHome(view, withToken, () => queryClient.getQueryData<Home>(queryKey), signal)
      } catch (error) {
        // What is on the screen is at least as new as the copy on the device: the copy only fills an empty screen.
        const saved =
          failureOf(error) === 'UNREACHABLE' && !withToken.isGuest && !queryClient.getQueryData(queryKey)
            ? await savedHomes.load({ surface: view.surface, line: view.line, view: viewName(view) })
            : undefined
        if (!saved) throw error
        return { data: saved.home, fetchedAt: saved.savedAt, isSaved: true }
      }
    },
    placeholderData: () => latestOfLine(queryClient, view),
  })
}

/** Puts what a mutation changed into the homes of its page and line, at once; where one is new or gone, the home is asked for whole behind it. */
export function useMergeWidgets() {
  const queryClient = useQueryClient()
  return useCallback(
    (page: Pick<HomeView, 'surface' | 'line'>, changed: Changed) => {
      if (mergeIntoHomes(queryClient, page, changed)) void queryClient.invalidateQueries({ queryKey: homesKey })
    },
    [queryClient],
  )
}

export const homesKey = ['home'] as const
function homeKey({ surface, line, formFactor, locale }: HomeView) {
  return [...homesKey, surface, line ?? null, formFactor, locale] as const
}

/** @param shown what is on the screen, now: only what has changed since is sent */
async function fetchHome(view: HomeView, withToken: WithToken, shown: () => Home | undefined, signal: AbortSignal): Promise<Home> {
  const { surface, line, formFactor, locale } = view
  const variables = { surface, line: line ?? null, formFactor: formFactor.toUpperCase() }
  const request = { operationName: 'Home', variables } as const
  const known = shown()
  const answer = await withToken((accessToken) => lookGraphql<HomeData>(request, { accessToken, locale, formFactor }, known, signal))
  // What a mutation has put in meanwhile is newer than what has not changed.
  const { data, etag } = answer === known ? (shown() ?? answer) : answer
  const fetchedAt = Date.now()
  if (!withToken.isGuest)
    void savedHomes.save({ customer: data.me.id, surface, line, view: viewName(view), savedAt: fetchedAt, home: data })
  return { data, etag, fetchedAt, isSaved: false }
}

function viewName({ formFactor, locale }: HomeView): string {
  return `${formFactor}.${locale}`
}

/**
 * What this session last saw of the same line, in whatever width or language, to show while the real answer comes. Never another line's: its
 * figures must not stand under this line's name.
 */
function latestOfLine(queryClient: QueryClient, { surface, line }: HomeView): Home | undefined {
  const homes = queryClient.getQueriesData<Home>({ queryKey: homesKey })
  return homes
    .filter(([key, home]) => home && key[1] === surface && (key[2] === (line ?? null) || home.data.mosaic.line === line))
    .flatMap(([, home]) => home ?? [])
    .toSorted((a, b) => b.fetchedAt - a.fetchedAt)[0]
}

/** @returns whether the home is to be asked for whole */
function mergeIntoHomes(queryClient: QueryClient, { surface, line }: Pick<HomeView, 'surface' | 'line'>, changed: Changed): boolean {
  let isAnother = false
  queryClient.setQueriesData<Home>({ queryKey: [...homesKey, surface] }, (home) => {
    if (!home || !isOfLine(home.data, line)) return home
    isAnother ||= isOutgrown(home.data, changed)
    const data = mergeWidgets(home.data, changed)
    // It is no answer of the server's any more: the next one is wanted whole.
    return data === home.data ? home : { ...home, data, etag: undefined }
  })
  return isAnother
}
