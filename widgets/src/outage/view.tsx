import type { WidgetViewProps } from '../view-props.ts'
import { IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, Heading, Words } from '../views/parts.tsx'
import type { OutagePayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

const icons: Record<string, IconName> = { known: 'warning', planned: 'clock', solved: 'check', none: 'check' }

/** What is wrong with the network, and until when: the answer before the call. */
export function View({ widget, payload, ...props }: WidgetViewProps<OutagePayload>) {
  const { state, headline, body, servicesText, startText, expectedText } = payload
  const facts = [startText, servicesText].filter(Boolean)
  return (
    <div className="tile-fill alert outage">
      <IconMark name={icons[state] ?? 'info'} />
      <div className="alert-words">
        <Heading className="alert-headline">
          <Words text={headline} locale={props.locale} />
        </Heading>
        {body && (
          <p className="tile-body">
            <Words text={body} locale={props.locale} />
          </p>
        )}
        {(expectedText || facts.length > 0) && (
          <ul className="outage-facts">
            {expectedText && <li className="outage-expected">{expectedText}</li>}
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )}
      </div>
      {widget.action && <ActionButton action={widget.action} {...props} />}
    </div>
  )
}
