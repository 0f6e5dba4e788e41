import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Picture, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { NewsItem, NewsPayload } from './present.ts'
import './view.css'

/** News as a column: the newest first, each with its day, a small picture and a way to more. */
export function View({ widget, payload, ...props }: WidgetViewProps<NewsPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="info" title={widget.title} locale={props.locale} />}
      <ol className="news">
        {payload.items.map((item) => (
          <Item key={item.id} item={item} newText={payload.newText} {...props} />
        ))}
      </ol>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

type ItemProps = Omit<WidgetViewProps<NewsPayload>, 'widget' | 'payload'> & { item: NewsItem; newText: string }

function Item({ item, newText, ...props }: ItemProps) {
  const { headline, body, date, dateText, isNew, image, action } = item
  return (
    <li className="news-item">
      {image && (
        <div className="news-picture">
          <Picture image={image} ratio="1:1" />
        </div>
      )}
      <div className="news-words">
        <p className="news-day">
          <time dateTime={date}>{dateText}</time>
          {isNew && <Pill>{newText}</Pill>}
        </p>
        <p className="news-headline">
          <Words text={headline} locale={props.locale} />
        </p>
        {body && (
          <p className="tile-body">
            <Words text={body} locale={props.locale} />
          </p>
        )}
        {action && <ActionButton action={action} look="link" {...props} />}
      </div>
    </li>
  )
}
