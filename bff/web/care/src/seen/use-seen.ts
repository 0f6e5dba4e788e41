import { useQuery, type QueryKey } from '@tanstack/react-query'
import home from '../../../../../schemas/operations/web/2.0/home.graphql?raw'
import { unanswered } from '../ask.ts'
import { customerKeys } from '../customer/keys.ts'
import { useDesk } from '../desk-context.tsx'
import { appDocument, whyDocument } from './app.graphql.ts'
import type { SeenDevice } from './device.ts'
import type { Seen, Why } from './types.ts'

/** Which page of whose app, on which device. */
export type SeenPage = { id: string; line: string | undefined; surface: string; device: SeenDevice }

const document = appDocument(home)

/** The page as he sees it. */
export function useSeen(page: SeenPage) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: [...customerKeys.app(page.id), 'home', page.line ?? null, page.surface, page.device],
    queryFn: ({ signal }) => {
      const variables = { ...variablesOf(page), formFactor: page.device.formFactor.toUpperCase() }
      return ask<{ customer: { home: Seen | null } | null }>(document, variables, signal).then(
        ({ customer }) => customer?.home ?? unanswered(),
      )
    },
    placeholderData: (before, query) => (isOfLine(query?.queryKey, page.line) ? before : undefined),
  })
}

/** Why he sees what he sees there. */
export function useWhy(page: SeenPage) {
  const { ask, locale } = useDesk()
  return useQuery({
    queryKey: [...customerKeys.app(page.id), 'why', page.line ?? null, page.surface, page.device, locale],
    queryFn: ({ signal }) =>
      ask<{ customer: { why: Why | null } | null }>(whyDocument, variablesOf(page), signal).then(
        ({ customer }) => customer?.why ?? unanswered(),
      ),
    placeholderData: (before, query) => (isOfLine(query?.queryKey, page.line) ? before : undefined),
  })
}

/** What is on the screen stays while another device or page is on its way; another line's never stands under this line's number. */
function isOfLine(key: QueryKey | undefined, line: string | undefined): boolean {
  return key?.includes(line ?? null) === true
}

function variablesOf({ id, line, surface, device }: SeenPage) {
  return { id, line: line ?? null, surface, device }
}
