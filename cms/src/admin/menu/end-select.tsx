'use client'
import { titleId, type LevelProps } from './level-parts.tsx'
import { endOf, levelAdded, optionLed, type End, type MenuOption } from './model.ts'

const newLevel = 'new'

/** Where an option leads: another level, a target, a call-back; or a level that is made for it. */
export function EndSelect({
  level,
  levels,
  option,
  at,
  editing,
  targets,
  words,
  language,
  focus,
}: LevelProps & { option: MenuOption; at: number }) {
  const { nodes, change, isReadOnly } = editing
  const end = endOf(option)
  const value = valueOf(end)
  const others = levels.map(({ node }, number) => ({ id: node.id, name: node.title[language] ?? node.title.it ?? words.level(number + 1) }))
  const choose = (chosen: string) => {
    if (chosen !== newLevel) return change(optionLed(nodes, level.index, at, endFrom(chosen)))
    change(levelAdded(nodes, level.index, at))
    focus(titleId(nodes.length))
  }
  return (
    <select aria-label={words.end} value={value} disabled={isReadOnly} onChange={(event) => choose(event.target.value)}>
      <option value="">{words.choose}</option>
      {isGone(end, others, targets) && <option value={value}>{words.gone(value.slice(value.indexOf(':') + 1))}</option>}
      <optgroup label={words.targets}>
        {targets.map(({ id, name }) => (
          <option key={id} value={`target:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={words.levels}>
        <option value={newLevel}>{words.newLevel}</option>
        {others
          .filter(({ id }) => id !== level.node.id)
          .map(({ id, name }) => (
            <option key={id} value={`node:${id}`}>
              {name}
            </option>
          ))}
      </optgroup>
      <option value="callBack">{words.callBack}</option>
    </select>
  )
}

function valueOf(end: End): string {
  if (!end) return ''
  if ('node' in end) return `node:${end.node}`
  return 'target' in end ? `target:${end.target}` : 'callBack'
}

function endFrom(value: string): End {
  if (value === 'callBack') return { callBack: true }
  const id = value.slice(value.indexOf(':') + 1)
  if (value.startsWith('node:')) return { node: id }
  return value.startsWith('target:') ? { target: id } : undefined
}

/** What it leads to may have been deleted, or not be there yet. */
function isGone(end: End, levels: readonly { id: string }[], targets: readonly { id: string }[]): boolean {
  if (!end || 'callBack' in end) return false
  return 'node' in end ? !levels.some(({ id }) => id === end.node) : !targets.some(({ id }) => id === end.target)
}
