import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { customerKeys } from '../customer/keys.ts'
import { useDesk } from '../desk-context.tsx'
import { liveKeys } from '../live/keys.ts'
import { useFreshness } from '../live/use-news.ts'
import { contactDocument, noteContactDocument, openContactDocument, openContactsDocument, reasonsDocument } from './calls.graphql.ts'
import type { Contact } from './types.ts'

/** Who rings, and the agent's own talks that are open or not noted yet. */
export function useContacts() {
  const { ask, staff } = useDesk()
  const { staleTime, pollMs } = useFreshness()
  return useQuery({
    queryKey: liveKeys.contacts,
    queryFn: ({ signal }) =>
      ask<{ openContacts: readonly Contact[] }>(openContactsDocument, {}, signal).then(({ openContacts }) => openContacts),
    enabled: staff.roles.includes('agent'),
    staleTime,
    // A call that rings is nothing to be late for.
    refetchInterval: pollMs && 3_000,
  })
}

/** One talk, by its id or the call's; null when there is none. */
export function useContact(id: string) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: [...liveKeys.contacts, id],
    queryFn: ({ signal }) => ask<{ contact: Contact | null }>(contactDocument, { id }, signal).then(({ contact }) => contact),
  })
}

/** Opens a talk with a customer, or finds the one that is open. */
export function useOpenContact() {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: { customer: string; channel: 'call' | 'callBack' | 'other' }) =>
      ask<{ openContact: Contact }>(openContactDocument, { input }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: liveKeys.contacts }),
  })
}

type Note = { id: string; customer?: string; reason?: string; text?: string; isClosed?: boolean }

/** Notes what a talk is about, with whom, or that it is over. */
export function useNoteContact() {
  const { ask } = useDesk()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Note) => ask<{ noteContact: Contact | null }>(noteContactDocument, { input }),
    onSuccess: ({ noteContact }) => {
      if (noteContact?.customerId) void queryClient.invalidateQueries({ queryKey: customerKeys.history(noteContact.customerId) })
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: liveKeys.contacts }),
  })
}

/** What talks are about, used most first. */
export function useReasons() {
  const { ask } = useDesk()
  return useQuery({
    queryKey: ['care', 'reasons'],
    queryFn: ({ signal }) =>
      ask<{ targets: readonly { id: string; title: string }[] }>(reasonsDocument, {}, signal).then(({ targets }) => targets),
    staleTime: 300_000,
  })
}
