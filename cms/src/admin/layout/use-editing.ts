'use client'
import { useAllFormFields, useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { emptyHistory, recorded, redo, undo, type History, type Step } from './history.ts'
import { inverseOf, pathOf, withChanges, type Change, type FormFields } from './model.ts'

/** The form of a page under the hands of its editor. */
export type Editing = {
  /** As they are, with what is being tried at the moment. */
  fields: FormFields
  /** Shows changes without making them: while somebody drags. */
  attempt(changes: readonly Change[]): void
  /** Makes them, as one step. */
  commit(changes: readonly Change[]): void
  undo(): void
  redo(): void
  steps: { done: number; undone: number }
}

/** Reads and changes the form; what is done here can be taken back step by step, whatever else was typed meanwhile. */
export function useEditing(): Editing {
  const [formFields, dispatch] = useAllFormFields()
  const { setModified } = useForm()
  const [history, setHistory] = useState<History>(emptyHistory)
  const [attempted, setAttempted] = useState<readonly Change[]>([])
  const fields = formFields as FormFields

  const apply = (changes: readonly Change[]) => {
    for (const change of changes) {
      const path = pathOf(fields, change)
      if (path !== undefined) dispatch({ type: 'UPDATE', path, value: change.value ?? null, valid: true })
    }
    setModified(true)
  }
  const follow = (moved: { history: History; step: Step } | undefined, side: keyof Step) => {
    if (!moved) return
    apply(moved.step[side])
    setHistory(moved.history)
  }

  return {
    fields: attempted.length > 0 ? withChanges(fields, attempted) : fields,
    attempt: setAttempted,
    commit(changes) {
      setAttempted([])
      if (changes.length === 0) return
      setHistory(recorded(history, { redo: changes, undo: inverseOf(fields, changes) }))
      apply(changes)
    },
    undo: () => follow(undo(history), 'undo'),
    redo: () => follow(redo(history), 'redo'),
    steps: { done: history.done.length, undone: history.undone.length },
  }
}
