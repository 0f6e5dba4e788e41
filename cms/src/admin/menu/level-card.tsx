'use client'
import { locales } from '@mosaic/schemas/text'
import { Issues, textId, titleId, type LevelProps } from './level-parts.tsx'
import { levelRemoved, mostOptions, optionAdded, optionMoved, titled, type Level } from './model.ts'
import { OptionRow } from './option-row.tsx'
import { useOptionDragging } from './use-option-dragging.ts'

/** One level of a menu: its title, where it is opened from, and its options. */
export function LevelCard(props: LevelProps) {
  const { level, number, editing, issues, words, language, focus } = props
  const { node, index, depth, openers } = level
  const { nodes, change, isReadOnly } = editing
  const name = node.title[language] ?? node.title.it ?? words.level(number + 1)
  const own = issues.filter((issue) => issue.level === index && issue.option === undefined)
  const add = (after: number) => {
    if (node.options.length >= mostOptions) return
    change(optionAdded(nodes, index, after))
    focus(textId(index, after + 1))
  }
  const move = (from: number, to: number) => {
    change(optionMoved(nodes, index, from, to))
    focus(textId(index, to))
  }
  const dragging = useOptionDragging(move)
  return (
    <section className="mosaic-menu__level" style={{ '--depth': Math.min(depth, 3) } as never} aria-label={name}>
      <header>
        <p className="mosaic-menu__where">
          {index === 0 ? words.first : openers.length === 0 ? words.unopened : words.openedBy(waysIn(openers, props))}
        </p>
        {index !== 0 && !isReadOnly && (
          <button type="button" className="mosaic-menu__quiet" onClick={() => change(levelRemoved(nodes, index))}>
            {words.removeLevel}
          </button>
        )}
      </header>
      <div className="mosaic-menu__texts">
        {locales.map((locale) => (
          <input
            key={locale}
            id={locale === 'it' ? titleId(index) : undefined}
            type="text"
            lang={locale}
            aria-label={words.titleIn[locale]}
            placeholder={words.titleIn[locale]}
            className="mosaic-menu__title"
            value={node.title[locale] ?? ''}
            disabled={isReadOnly}
            onChange={(event) => change(titled(nodes, index, locale, event.target.value), `title ${index} ${locale}`)}
          />
        ))}
      </div>
      <Issues issues={own} language={language} />
      <ol>
        {node.options.map((option, at) => (
          <OptionRow key={at} {...props} {...{ option, at, dragging }} add={() => add(at)} move={(to) => move(at, to)} />
        ))}
      </ol>
      {!isReadOnly && node.options.length < mostOptions && (
        <button type="button" className="mosaic-menu__quiet" onClick={() => add(node.options.length - 1)}>
          {words.addOption}
        </button>
      )}
    </section>
  )
}

function waysIn(openers: Level['openers'], { levels, words, language }: LevelProps): string {
  return openers
    .map(({ level, key }) => {
      const number = levels.findIndex(({ node }) => node.id === level.id)
      return words.way(key, level.title[language] ?? level.title.it ?? words.level(number + 1))
    })
    .join(', ')
}
