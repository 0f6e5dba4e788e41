import { useQuery } from '@tanstack/react-query'
import { unanswered } from '../ask.ts'
import { useDesk } from '../desk-context.tsx'
import { customerKeys } from '../customer/keys.ts'
import { usePaused } from '../ui/paused.ts'
import { choicesDocument, smsPreviewDocument, targetsDocument } from './send.graphql.ts'
import type { ParamChoice, SmsPreview, TargetChoice } from './types.ts'

/** Where this customer can be led, by what he says; with nothing said, the places used most. */
export function useTargets(customer: string, line: string | undefined, typed: string) {
  const { ask } = useDesk()
  const wanted = typed.trim().replaceAll(/\s+/g, ' ').slice(0, 100)
  const text = usePaused(wanted)
  const query = useQuery({
    queryKey: [...customerKeys.all(customer), 'targets', line ?? null, text],
    queryFn: ({ signal }) =>
      ask<{ targets: readonly TargetChoice[] }>(targetsDocument, { text: text || null, customer, line: line ?? null }, signal).then(
        ({ targets }) => targets,
      ),
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  return { ...query, isCurrent: text === wanted && !query.isPlaceholderData, text }
}

/** What a target can be filled in with for him; asked for only where it wants something. */
export function useChoices(customer: string, line: string | undefined, target: TargetChoice) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: [...customerKeys.all(customer), 'choices', target.id, line ?? null],
    queryFn: ({ signal }) =>
      ask<{ customer: { choices: readonly ParamChoice[] | null } | null }>(
        choicesDocument,
        { customer, target: target.id, line: line ?? null },
        signal,
      ).then(({ customer: known }) => known?.choices ?? unanswered()),
    enabled: target.wants !== null,
    staleTime: 60_000,
  })
}

export function useSmsPreview(target: string, locale: string) {
  const { ask } = useDesk()
  return useQuery({
    queryKey: ['care', 'smsPreview', target, locale],
    queryFn: ({ signal }) =>
      ask<{ smsPreview: SmsPreview }>(smsPreviewDocument, { target, locale }, signal).then(({ smsPreview }) => smsPreview),
    staleTime: 60_000,
  })
}
