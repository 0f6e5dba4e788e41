'use client'
import type { MenuIssue } from './menu-issues.ts'
import type { Level } from './model.ts'
import type { MenuEditing } from './use-menu.ts'
import type { NamedTarget } from './use-targets.ts'
import type { MenuWords } from './words.ts'

/** What the parts of a level share. */
export type LevelProps = {
  level: Level
  /** Its place as it is drawn, from 0. */
  number: number
  levels: readonly Level[]
  editing: MenuEditing
  targets: readonly NamedTarget[]
  issues: readonly MenuIssue[]
  words: MenuWords
  language: 'it' | 'en'
  /** Puts the focus on an element by its id once it is drawn. */
  focus: (id: string) => void
}

/** What is wrong at one place. */
export function Issues({ issues, language }: { issues: readonly MenuIssue[]; language: 'it' | 'en' }) {
  if (issues.length === 0) return undefined
  return (
    <ul className="mosaic-menu__issues">
      {issues.map(({ message, severity }) => (
        <li key={message.en} data-severity={severity}>
          {message[language]}
        </li>
      ))}
    </ul>
  )
}

export function titleId(level: number): string {
  return `mosaic-menu-${level}-title`
}

export function textId(level: number, option: number): string {
  return `mosaic-menu-${level}-${option}-text`
}
