'use client'
import type { FormFactor } from '@mosaic/schemas/release'
import type { KeyboardEvent } from 'react'
import type { LayoutWords } from '../words/layout-words.ts'
import { move, moveSection, resize, transfer } from './changes.ts'
import { isUndoKey, keyed } from './keys.ts'
import type { Section, Tile } from './model.ts'
import { nameOf, TileItem } from './tile-item.tsx'
import type { Dragging } from './use-dragging.ts'
import type { Editing } from './use-editing.ts'
import type { Focus } from './use-focus.ts'

type SectionCanvasProps = {
  /** All sections of the page, and which of them this is. */
  sections: readonly Section[]
  index: number
  device: FormFactor
  locale: 'it' | 'en'
  editing: Editing
  dragging: Dragging
  focus: Focus
  words: LayoutWords
  say: (text: string) => void
}

/** One section: its tiles where they will stand, and two buttons that move it on the page. */
export function SectionCanvas({ sections, index, device, locale, editing, dragging, focus, words, say }: SectionCanvasProps) {
  const section = sections[index]
  if (!section) return undefined
  const { id, tiles } = section
  const title = titleOf(section, index, words)

  const onKeyDown = (event: KeyboardEvent, tile: Tile, at: number) => {
    if (isUndoKey(event)) {
      event.preventDefault()
      return event.shiftKey ? editing.redo() : editing.undo()
    }
    const wanted = keyed(event, tile, at, tiles.length, device)
    if (!wanted) return
    event.preventDefault()
    if ('beside' in wanted) return goBeside(tile, wanted.beside)
    editing.commit('to' in wanted ? move(tiles, at, wanted.to, device) : resize(tile, wanted, device))
    const [place, size] = 'to' in wanted ? [wanted.to, tile] : [at, wanted]
    say(`${nameOf(tile, words)}: ${words.place(place + 1, tiles.length, size.columns, size.rows)}`)
  }
  /** Up to the end of the section before, down to the beginning of the next. */
  const goBeside = (tile: Tile, step: -1 | 1) => {
    const [to, other] = [index + step, sections[index + step]]
    if (!other) return
    const at = step === 1 ? 0 : other.tiles.length
    editing.commit(transfer(editing.kept, tile, other.id, at, device))
    focus.tile(tile.id, other.id)
    const place = words.place(at + 1, other.tiles.length + 1, tile.columns, tile.rows)
    say(`${nameOf(tile, words)}: ${words.inSection(titleOf(other, to, words))}, ${place}`)
  }
  const goTo = (to: number, way: 'up' | 'down') => {
    if (!sections[to]) return
    editing.commit(moveSection(editing.kept, id, to))
    focus.section(id, to, way)
    say(words.sectionPlace(title, to + 1, sections.length))
  }

  return (
    <div className="mosaic-layout__section" data-section={id}>
      <header className="mosaic-layout__section-head">
        <h4>
          {title}
          {section.isCarousel && <small> · {words.carousel}</small>}
        </h4>
        <SectionButton way="up" label={words.sectionUp(title)} isOff={index === 0} onClick={() => goTo(index - 1, 'up')} />
        <SectionButton
          way="down"
          label={words.sectionDown(title)}
          isOff={index === sections.length - 1}
          onClick={() => goTo(index + 1, 'down')}
        />
      </header>
      {tiles.length === 0 && <p className="mosaic-quiet">{words.emptySection}</p>}
      <ul className="mosaic-layout__grid" data-carousel={section.isCarousel || undefined}>
        {tiles.map((tile, at) => (
          <TileItem
            key={tile.id}
            {...{ section, tile, at, device, locale, words }}
            isDragged={dragging.tile === tile.id}
            onKeyDown={(event) => onKeyDown(event, tile, at)}
            onGrab={(event, gesture) => dragging.begin(event, tile, gesture)}
          />
        ))}
      </ul>
    </div>
  )
}

/** What a section is called. */
export function titleOf({ title }: Section, index: number, words: LayoutWords): string {
  return title || words.section(index + 1)
}

type SectionButtonProps = { way: 'up' | 'down'; label: string; isOff: boolean; onClick: () => void }

/** Never really disabled: at the end of its way it would lose the keyboard. */
function SectionButton({ way, label, isOff, onClick }: SectionButtonProps) {
  return (
    <button type="button" data-way={way} aria-label={label} title={label} aria-disabled={isOff} onClick={onClick}>
      {way === 'up' ? '↑' : '↓'}
    </button>
  )
}
