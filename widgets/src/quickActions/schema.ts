import { kindSchema } from '../graphql/kind-schema.ts'
import type { QuickAction, QuickActionsPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'Shortcuts to what customers do most.',
  payload: (builder) => {
    const item = builder.objectRef<QuickAction>('QuickAction').implement({
      description: 'One shortcut.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        icon: t.exposeString('icon', { nullable: false, description: 'The name of an icon, such as `wallet` or `help`; may grow.' }),
        badge: t.expose('badge', { type: 'Text', nullable: true, description: 'A word or two in a corner: new, free.' }),
        action: t.expose('action', { type: 'Action', nullable: false, description: 'Where it leads, and what it is called.' }),
      }),
    })
    return builder.objectRef<QuickActionsPayload>('QuickActions').implement({
      description: 'The shortcuts.',
      fields: (t) => ({
        items: t.expose('items', { type: [item], nullable: false, description: 'In the editors’ order; at least one.' }),
      }),
    })
  },
  fragment: `
fragment QuickActionsTile on QuickActionsWidget {
  quickActions {
    items {
      id
      icon
      badge {
        ...TextParts
      }
      action {
        ...ActionParts
      }
    }
  }
  ...ActionsParts
}`,
})
