import { useQuery } from '@tanstack/react-query'
import { unanswered } from '../ask.ts'
import { useDesk } from '../desk-context.tsx'
import { liveKeys } from '../live/keys.ts'
import type { AlertSeen, Customer, Entry, Figure, Page } from '../types.ts'
import { customerDocument, deskPastDocument, historyDocument, standingDocument } from './customer.graphql.ts'
import type { DeskPast } from './history.ts'
import { customerKeys } from './keys.ts'

export type KnownCustomer = Customer & { pages: readonly Page[] }
/** Each part null when its back-end did not answer: the others are there all the same. */
export type Standing = {
  figures: readonly Figure[] | null
  orders: readonly Entry[] | null
  tickets: readonly Entry[] | null
  appointments: readonly Entry[] | null
  alerts: readonly AlertSeen[] | null
}

/** Who it is; `null` when there is nobody of that code. */
export function useCustomer(id: string) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: customerKeys.who(id),
    queryFn: ({ signal }) => ask<{ customer: KnownCustomer | null }>(customerDocument, { id }, signal).then(({ customer }) => customer),
    staleTime: 60_000,
  })
}

/** How his things stand now. */
export function useStanding(id: string, line: string | undefined) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: customerKeys.standing(id, line),
    queryFn: ({ signal }) =>
      ask<{ customer: Standing | null }>(standingDocument, { id, line: line ?? null }, signal).then(({ customer }) => customer),
  })
}

/** What there has been between him and us, newest first. */
export function useHistory(id: string, limit: number) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: [...customerKeys.history(id), limit],
    queryFn: ({ signal }) =>
      ask<{ customer: { history: readonly Entry[] } | null }>(historyDocument, { id, limit }, signal).then(
        ({ customer }) => customer?.history ?? [],
      ),
    placeholderData: (before) => before,
  })
}

/** The links he was sent and the call-backs he asked for; asked again when the desk hears that something has become of a link. */
export function useDeskPast(id: string, limit: number) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: [...liveKeys.linksOf(id), 'past', limit],
    queryFn: ({ signal }) =>
      ask<{ customer: DeskPast | null }>(deskPastDocument, { id, limit }, signal).then(({ customer }) => customer ?? unanswered()),
    placeholderData: (before) => before,
  })
}
