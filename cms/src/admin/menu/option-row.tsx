'use client'
import { locales } from '@mosaic/schemas/text'
import type { KeyboardEvent } from 'react'
import { EndSelect } from './end-select.tsx'
import { Issues, textId, type LevelProps } from './level-parts.tsx'
import { keys, optionKeyed, optionRemoved, optionWritten, type MenuOption } from './model.ts'
import { dropSide, type OptionDragging } from './use-option-dragging.ts'

type OptionProps = LevelProps & {
  option: MenuOption
  /** Its place in the level, from 0. */
  at: number
  /** Adds an option after it. */
  add: () => void
  /** Moves it to another place of the level. */
  move: (to: number) => void
  dragging: OptionDragging
}

/** One option of a level: its key, what is said, and where it leads. */
export function OptionRow(props: OptionProps) {
  const { level, option, at, add, dragging, editing, issues, words, language, focus } = props
  const { index } = level
  const { nodes, change, isReadOnly } = editing
  const own = issues.filter((issue) => issue.level === index && issue.option === at)
  const move = (by: -1 | 1) => {
    const to = at + by
    if (to < 0 || to >= level.node.options.length) return
    props.move(to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') add()
    else if (event.altKey && event.key === 'ArrowUp') move(-1)
    else if (event.altKey && event.key === 'ArrowDown') move(1)
    else return
    // Enter in a form would save it.
    event.preventDefault()
  }
  const remove = () => {
    change(optionRemoved(nodes, index, at))
    focus(textId(index, Math.max(at - 1, 0)))
  }
  return (
    <li data-dragged={dragging.drag?.from === at || undefined} data-drop={dropSide(dragging.drag, at)}>
      <div className="mosaic-menu__option" role="group" aria-label={words.option(option.key)}>
        <div className="mosaic-menu__texts">
          <select
            aria-label={words.key}
            className="mosaic-menu__key"
            value={option.key}
            disabled={isReadOnly}
            onChange={(event) => change(optionKeyed(nodes, index, at, event.target.value))}
          >
            {keys.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
          {locales.map((locale) => (
            <input
              key={locale}
              id={locale === 'it' ? textId(index, at) : undefined}
              type="text"
              lang={locale}
              aria-label={words.textIn[locale]}
              placeholder={words.textIn[locale]}
              value={option.text[locale] ?? ''}
              disabled={isReadOnly}
              onKeyDown={onKeyDown}
              onChange={(event) => change(optionWritten(nodes, index, at, locale, event.target.value), `text ${index} ${at} ${locale}`)}
            />
          ))}
        </div>
        <div className="mosaic-menu__texts">
          <EndSelect {...props} />
          {!isReadOnly && (
            <span className="mosaic-menu__buttons">
              {level.node.options.length > 1 && (
                // Whoever uses the keyboard has the arrows beside it.
                <span
                  className="mosaic-menu__grip"
                  aria-hidden="true"
                  title={words.drag(option.key)}
                  onPointerDown={(event) => dragging.begin(event, at)}
                >
                  ⠿
                </span>
              )}
              <button type="button" aria-label={words.moveUp(option.key)} disabled={at === 0} onClick={() => move(-1)}>
                ↑
              </button>
              <button
                type="button"
                aria-label={words.moveDown(option.key)}
                disabled={at === level.node.options.length - 1}
                onClick={() => move(1)}
              >
                ↓
              </button>
              <button type="button" aria-label={words.removeOption(option.key)} disabled={level.node.options.length === 1} onClick={remove}>
                ✕
              </button>
            </span>
          )}
        </div>
        <Issues issues={own} language={language} />
      </div>
    </li>
  )
}
