'use client'
import { FieldDescription, FieldLabel, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useEffect, useMemo, useRef } from 'react'
import { textOf, texts } from '../../reader/rows.ts'
import { useWords } from '../words/language.ts'
import { LevelCard } from './level-card.tsx'
import { menuIssues } from './menu-issues.ts'
import { MenuPreview } from './menu-preview.tsx'
import './menu.css'
import { firstLevel, levelsOf } from './model.ts'
import { useMenu } from './use-menu.ts'
import { useTargets } from './use-targets.ts'
import { menuWords } from './words.ts'

/** The tree of a voice menu: written by keyboard, checked while it is written, and shown beside as it is seen and heard. */
export const MenuField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const { language } = useWords()
  const words = menuWords[language]
  const editing = useMenu(path, readOnly)
  const { nodes, isReadOnly, steps } = editing
  const { targets, hasFailed } = useTargets(useFormFields(([fields]) => fields['brand']?.value))
  const numbers = texts(useFormFields(([fields]) => fields['numbers']?.value))
  const name = textOf(useFormFields(([fields]) => fields['name']?.value))
  const levels = useMemo(() => levelsOf(nodes), [nodes])
  // Without the targets nothing is said about what leads to them.
  const issues = useMemo(
    () =>
      targets && nodes.length > 0
        ? menuIssues(
            { id: 'menu', name: name || words.preview, numbers, nodes: [...nodes] },
            targets.map(({ id }) => id),
          )
        : [],
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [nodes, targets, numbers.join(), name, words],
  )
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    const element = wanted.current === undefined ? null : document.getElementById(wanted.current)
    // What was just added may be drawn a turn later.
    if (!element) return
    element.focus()
    wanted.current = undefined
  })
  const focus = (id: string) => (wanted.current = id)

  return (
    <div className="field-type mosaic-menu" id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <p className="field-description">{words.intro}</p>
      {hasFailed && <p role="alert">{words.failed}</p>}
      <div className="mosaic-menu__head">
        <button type="button" disabled={steps.done === 0} onClick={editing.undo}>
          {words.undo}
        </button>
        <button type="button" disabled={steps.undone === 0} onClick={editing.redo}>
          {words.redo}
        </button>
        <span role="status" className="mosaic-menu__state" data-fine={issues.length === 0}>
          {nodes.length > 0 && targets && (issues.length === 0 ? words.all : words.issues(issues.length))}
        </span>
      </div>
      <div className="mosaic-menu__both">
        <div className="mosaic-menu__levels">
          {levels.map((level, number) => (
            <LevelCard
              key={level.node.id}
              {...{ level, number, levels, editing, targets: targets ?? [], issues, words, language, focus }}
            />
          ))}
          {nodes.length === 0 && !isReadOnly && (
            <button type="button" className="mosaic-menu__begin" onClick={() => editing.change(firstLevel())}>
              {words.begin}
            </button>
          )}
          <ul className="mosaic-menu__issues">
            {issues
              .filter(({ level }) => level === undefined)
              .map(({ message, severity }) => (
                <li key={message.en} data-severity={severity}>
                  {message[language]}
                </li>
              ))}
          </ul>
        </div>
        {nodes.length > 0 && <MenuPreview nodes={nodes} targets={targets ?? []} words={words} />}
      </div>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}
