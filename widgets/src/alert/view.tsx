import type { WidgetViewProps } from '../view-props.ts'
import { IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, Heading, Words } from '../views/parts.tsx'
import type { AlertPayload } from './present.ts'
import '../views/kinds.css'

const icons: Record<string, IconName> = { info: 'info', success: 'check', warning: 'warning', critical: 'critical' }

/** One line that matters: what, why, and the way out of it. */
export function View({ widget, payload, ...props }: WidgetViewProps<AlertPayload>) {
  const { severity, headline, body, dismiss } = payload
  return (
    <div className="tile-fill alert">
      <IconMark name={icons[severity] ?? 'info'} />
      <div className="alert-words">
        <Heading className="alert-headline">
          <Words text={headline} locale={props.locale} />
        </Heading>
        {body && (
          <p className="tile-body">
            <Words text={body} locale={props.locale} />
          </p>
        )}
      </div>
      {widget.action && <ActionButton action={widget.action} {...props} />}
      {dismiss && <ActionButton action={dismiss} look="link" {...props} />}
    </div>
  )
}
