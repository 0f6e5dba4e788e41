import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDesk } from '../desk-context.tsx'
import { searchDocument } from './search.graphql.ts'
import { wantedOf, type Found } from './wanted.ts'

/** Nobody reads what is found before he has stopped typing, in milliseconds. */
const pauseMs = 250
/** What was found stays at hand for somebody who goes back, in milliseconds. */
const keptMs = 60_000

/** Searches while one types. `found` is for what is typed now, or undefined while that is not known; `now` does not wait for a pause. */
export function useSearch(typed: string) {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  const optionsOf = (text: string | undefined) => ({
    queryKey: ['care', 'search', text],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      ask<{ search: Found[] }>(searchDocument, { text }, signal).then(({ search }) => search),
    gcTime: keptMs,
  })
  const wanted = wantedOf(typed)
  const settled = useSettled(wanted, pauseMs)
  const query = useQuery({ ...optionsOf(settled), enabled: settled !== undefined })
  const isCurrent = wanted !== undefined && wanted === settled
  return {
    found: isCurrent ? query.data : undefined,
    isSearching: wanted !== undefined && (!isCurrent || query.isPending),
    hasFailed: isCurrent && query.isError,
    retry: () => void query.refetch(),
    /** Nothing where nothing can be asked, or no answer comes: that is then said by `hasFailed`. */
    now: async (): Promise<readonly Found[]> => (wanted === undefined ? [] : queryClient.fetchQuery(optionsOf(wanted)).catch(() => [])),
  }
}

function useSettled(value: string | undefined, ms: number): string | undefined {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
