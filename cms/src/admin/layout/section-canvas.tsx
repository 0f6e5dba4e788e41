'use client'
import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { useWords } from '../words/language.ts'
import type { LayoutWords } from '../words/layout-words.ts'
import { move, resize, type Section, type Tile } from './model.ts'
import type { Editing } from './use-editing.ts'
import { useDragging } from './use-dragging.ts'

type SectionCanvasProps = {
  section: Section
  index: number
  device: FormFactor
  editing: Editing
  words: LayoutWords
  say: (text: string) => void
}

/** One section: its tiles where they will stand. */
export function SectionCanvas({ section, index, device, editing, words, say }: SectionCanvasProps) {
  const { language } = useWords()
  const grid = useRef<HTMLUListElement>(null)
  const columns = gridColumns[device]
  const dragging = useDragging({ grid, section, device, editing })
  const nameOf = ({ content, facts }: Tile) => facts?.name || (content === undefined ? words.noContent : words.loading)

  const onKeyDown = (event: KeyboardEvent, tile: Tile, at: number) => {
    if (isUndoKey(event)) {
      event.preventDefault()
      return event.shiftKey ? editing.redo() : editing.undo()
    }
    const wanted = keyed(event.key, event.shiftKey, tile, at, section.tiles.length)
    if (!wanted) return
    event.preventDefault()
    editing.commit('to' in wanted ? move(section.tiles, at, wanted.to, device) : resize(tile, wanted, device))
    const place = 'to' in wanted ? Math.min(Math.max(wanted.to, 0), section.tiles.length - 1) : at
    const size = 'to' in wanted ? tile : { columns: Math.min(Math.max(wanted.columns, 1), columns), rows: Math.max(wanted.rows, 1) }
    say(`${nameOf(tile)}: ${words.place(place + 1, section.tiles.length, size.columns, size.rows)}`)
  }

  return (
    <div className="mosaic-layout__section">
      <h4>
        {section.title || words.section(index + 1)}
        {section.isCarousel && <small> · {words.carousel}</small>}
      </h4>
      {section.tiles.length === 0 && <p className="mosaic-quiet">{words.emptySection}</p>}
      <ul
        ref={grid}
        className="mosaic-layout__grid"
        data-carousel={section.isCarousel || undefined}
        style={{ '--columns': columns } as CSSProperties}
      >
        {section.tiles.map((tile, at) => (
          <li
            key={tile.id}
            className="mosaic-layout__tile"
            data-purpose={tile.facts && widgets[tile.facts.kind]?.purpose}
            data-dragged={dragging.tile === tile.id || undefined}
            style={styleOf(section, tile, columns)}
          >
            <button
              type="button"
              className="mosaic-layout__body"
              onKeyDown={(event) => onKeyDown(event, tile, at)}
              onPointerDown={(event) => dragging.begin(event, tile, 'move')}
            >
              <strong>{nameOf(tile)}</strong>
              <span>{tile.facts && widgets[tile.facts.kind]?.label[language]}</span>
              <small>{words.size(tile.columns, tile.rows)}</small>
              <span className="mosaic-layout__said">{words.place(at + 1, section.tiles.length, tile.columns, tile.rows)}</span>
            </button>
            <span
              className="mosaic-layout__corner"
              title={words.resize(nameOf(tile))}
              onPointerDown={(event) => dragging.begin(event, tile, 'resize')}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

type Wanted = { to: number } | { columns: number; rows: number }

function isUndoKey({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'z'
}

/** What a key asks for: another place, or another size; `undefined` for keys that mean something else. */
function keyed(key: string, isSizing: boolean, { columns, rows }: Tile, at: number, count: number): Wanted | undefined {
  if (isSizing) {
    if (key === 'ArrowRight') return { columns: columns + 1, rows }
    if (key === 'ArrowLeft') return { columns: columns - 1, rows }
    if (key === 'ArrowDown') return { columns, rows: rows + 1 }
    if (key === 'ArrowUp') return { columns, rows: rows - 1 }
    return undefined
  }
  if (key === 'ArrowRight' || key === 'ArrowDown') return { to: at + 1 }
  if (key === 'ArrowLeft' || key === 'ArrowUp') return { to: at - 1 }
  if (key === 'Home') return { to: 0 }
  return key === 'End' ? { to: count - 1 } : undefined
}

function styleOf({ isCarousel, cells }: Section, tile: Tile, columns: number): CSSProperties {
  if (isCarousel) return { flexBasis: `calc(${(100 * tile.columns) / columns}% - 0.5rem)`, minBlockSize: `${3.5 * tile.rows}rem` }
  const cell = cells.find(({ widgetId }) => widgetId === tile.id)
  return cell ? { gridColumn: `${cell.column} / span ${cell.columns}`, gridRow: `${cell.row} / span ${cell.rows}` } : {}
}
