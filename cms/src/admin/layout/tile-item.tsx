'use client'
import type { FormFactor } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { Component, lazy, Suspense, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useWords } from '../words/language.ts'
import type { LayoutWords } from '../words/layout-words.ts'
import { tileStyle } from './device-page.ts'
import type { Section, Tile } from './model.ts'

// The views, the presenters and the samples are the heaviest part of the editor: they come when the form is there already.
const DrawnTile = lazy(() => import('./drawn-tile.tsx'))

type TileItemProps = {
  section: Section
  tile: Tile
  at: number
  device: FormFactor
  /** The language the contents are shown in. */
  locale: 'it' | 'en'
  isDragged: boolean
  words: LayoutWords
  onKeyDown: (event: KeyboardEvent) => void
  onGrab: (event: PointerEvent<HTMLElement>, gesture: 'move' | 'resize') => void
}

/** One tile at its place: as customers see it, under a label with its name; name and kind alone when it cannot be drawn. */
export function TileItem({ section, tile, at, device, locale, isDragged, words, onKeyDown, onGrab }: TileItemProps) {
  const { language } = useWords()
  const { facts, columns, rows } = tile
  const name = nameOf(tile, words)
  return (
    <li
      className="mosaic-layout__tile"
      data-tile={tile.id}
      data-purpose={facts && widgets[facts.kind]?.purpose}
      data-dragged={isDragged || undefined}
      style={tileStyle(section, tile, device)}
    >
      {facts && (
        <NeverMore key={facts.row.id}>
          <Suspense>
            <DrawnTile row={facts.row} locale={locale} />
          </Suspense>
        </NeverMore>
      )}
      <button type="button" className="mosaic-layout__body" onKeyDown={onKeyDown} onPointerDown={(event) => onGrab(event, 'move')}>
        <span className="mosaic-layout__label">
          <strong>{name}</strong>
          <span className="mosaic-layout__kind">{facts && widgets[facts.kind]?.label[language]}</span>
          <small>{words.size(columns, rows)}</small>
        </span>
        <span className="mosaic-layout__said">{words.place(at + 1, section.tiles.length, columns, rows)}</span>
      </button>
      <span className="mosaic-layout__corner" title={words.resize(name)} onPointerDown={(event) => onGrab(event, 'resize')} />
    </li>
  )
}

/** What a tile is called; a word for it while nobody knows. */
export function nameOf({ content, facts }: Tile, words: LayoutWords): string {
  return facts?.name || (content === undefined ? words.noContent : words.loading)
}

/** A picture that cannot be drawn costs itself alone: the tile below it keeps its name, and the form its editor. */
class NeverMore extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }
  override render() {
    return this.state.hasFailed ? undefined : this.props.children
  }
}
