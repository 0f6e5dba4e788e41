import type { WidgetViewProps } from '../view-props.ts'
import { Icon, iconNamed } from '../views/icons.tsx'
import { ActionButton, Heading, Pill, Words } from '../views/parts.tsx'
import type { QuickActionsPayload } from './present.ts'
import './view.css'

/** Shortcuts side by side, an icon over a few words: as many in a row as there is room for. */
export function View({ widget, payload, ...props }: WidgetViewProps<QuickActionsPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && (
        <Heading>
          <Words text={widget.title} locale={props.locale} />
        </Heading>
      )}
      <ul className="shortcuts">
        {payload.items.map(({ id, icon, badge, action }) => (
          <li key={id} className="shortcut">
            <span className="shortcut-icon">
              <Icon name={iconNamed(icon, 'star')} />
            </span>
            {badge && (
              <span className="shortcut-badge">
                <Pill>
                  <Words text={badge} locale={props.locale} />
                </Pill>
              </span>
            )}
            <ActionButton action={action} look="soft" stretched {...props} />
          </li>
        ))}
      </ul>
    </div>
  )
}
