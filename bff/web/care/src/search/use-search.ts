import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDesk } from '../desk-context.tsx'
import { searchDocument } from './search.graphql.ts'
import { wantedOf, type Found } from './wanted.ts'

/** Nobody reads what is found before he has stopped typing, in milliseconds. */
const pauseMs = 250
/** What was found stays at hand for somebody who goes back, in milliseconds. */
const keptMs = 60_000

/**
 * Searches while one types. `found` is for what is typed now, or undefined while that is not known.
 *
 * @param isHurried asks at once: somebody has pressed Enter
 */
export function useSearch(typed: string, isHurried: boolean) {
  const { ask } = useDesk()
  const wanted = wantedOf(typed)
  const settled = useSettled(wanted, isHurried ? 0 : pauseMs)
  const query = useQuery({
    queryKey: ['care', 'search', settled],
    queryFn: ({ signal }) => ask<{ search: Found[] }>(searchDocument, { text: settled }, signal).then(({ search }) => search),
    enabled: settled !== undefined,
    gcTime: keptMs,
  })
  const isCurrent = wanted !== undefined && wanted === settled
  return {
    found: isCurrent ? query.data : undefined,
    isSearching: wanted !== undefined && (!isCurrent || query.isPending),
    hasFailed: isCurrent && query.isError,
    retry: () => void query.refetch(),
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
