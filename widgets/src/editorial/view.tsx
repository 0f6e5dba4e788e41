import { useContext } from 'react'
import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Heading, HeadingLevel, Picture, webAddress, Words } from '../views/parts.tsx'
import type { EditorialBlock, EditorialPayload, EditorialRun } from './present.ts'
import './view.css'

/** A text to read: the picture above or beside it, its headings one level below the tile's own. */
export function View({ widget, payload, ...props }: WidgetViewProps<EditorialPayload>) {
  const { headline, lang, blocks, image, video, readMinutesText } = payload
  return (
    <div className="tile-fill">
      {image && (
        <div className="editorial-picture">
          <Picture image={image} ratio="16:9" wide="3:1" />
        </div>
      )}
      <Heading className="tile-headline">
        <Words text={headline} locale={props.locale} />
      </Heading>
      <p className="editorial-note">{readMinutesText}</p>
      <div className="editorial-text" lang={lang === props.locale ? undefined : lang}>
        {blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </div>
      {(widget.action || video) && (
        <div className="action-row tile-foot">
          {widget.action && <ActionButton action={widget.action} {...props} />}
          {video && <ActionButton action={video} look="soft" {...props} />}
        </div>
      )}
    </div>
  )
}

function Block({ block: { type, runs, items } }: { block: EditorialBlock }) {
  const Title = `h${useContext(HeadingLevel) + 1}` as 'h3' | 'h4'
  if (items.length > 0) {
    return (
      <ul>
        {items.map((item, index) => (
          <li key={index}>
            <Runs runs={item.runs} />
          </li>
        ))}
      </ul>
    )
  }
  const Tag = type === 'heading' ? Title : 'p'
  return (
    <Tag>
      <Runs runs={runs} />
    </Tag>
  )
}

function Runs({ runs }: { runs: EditorialRun[] }) {
  return runs.map((run, index) => <Run key={index} run={run} />)
}

function Run({ run: { text, isBold, isItalic, href } }: { run: EditorialRun }) {
  const address = href ? webAddress(href) : undefined
  const stressed = isItalic ? <em>{text}</em> : text
  const words = isBold ? <strong>{stressed}</strong> : stressed
  if (!address) return words
  return address.startsWith('/') ? (
    <a href={address}>{words}</a>
  ) : (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  )
}
