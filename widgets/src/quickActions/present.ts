import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type QuickAction = { id: string; icon: string; badge?: TextView | undefined; action: ActionView }
export type QuickActionsPayload = { items: QuickAction[] }

export function present(input: PresentInput<typeof fields, never>): Face<QuickActionsPayload> | LeaveOut {
  const { content, fields: own, format, text } = input
  const items = own.items.flatMap(({ icon, badge, link }, index): QuickAction[] => {
    const id = `${content.id}:${index + 1}`
    const action = linkAction(id, link, text)
    return action ? [{ id, icon, badge: text(badge), action }] : []
  })
  if (items.length === 0) return { leaveOut: 'NO_ACTIONS' }

  const title = text(own.title) ?? sayText(format.locale, { it: 'Cosa ti serve?', en: 'What do you need?' })
  const summary = items.map(({ action }) => action.label.value).join(', ')
  return {
    title,
    payload: { items },
    summary,
    actions: items.map(({ action }) => action),
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}
