'use client'
import { useAllFormFields, useForm } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useState } from 'react'
import { inverseOf, withChanges, type Change } from './changes.ts'
import type { FormFields } from './form-rows.ts'
import { emptyHistory, recorded, redo, undo, type History, type Step } from './history.ts'

/** The form of a page under the hands of its editor. */
export type Editing = {
  /** As they are, with what is being tried at the moment. */
  fields: FormFields
  /** As they are without. */
  kept: FormFields
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
  const { getFields, setModified } = useForm()
  const [history, setHistory] = useState<History>(emptyHistory)
  const [attempted, setAttempted] = useState<readonly Change[]>([])
  const kept = formFields as FormFields

  // A gesture lasts: what was typed or saved meanwhile must not be lost.
  const current = () => getFields() as FormFields
  const apply = (changes: readonly Change[]) => {
    dispatch({ type: 'REPLACE_STATE', state: withChanges(current(), changes) as FormState, optimize: false })
    setModified(true)
  }
  const follow = (moved: { history: History; step: Step } | undefined, side: keyof Step) => {
    if (!moved) return
    apply(moved.step[side])
    setHistory(moved.history)
  }

  return {
    fields: attempted.length > 0 ? withChanges(kept, attempted) : kept,
    kept,
    attempt: setAttempted,
    commit(changes) {
      setAttempted([])
      if (changes.length === 0) return
      setHistory(recorded(history, { redo: changes, undo: inverseOf(current(), changes) }))
      apply(changes)
    },
    undo: () => follow(undo(history), 'undo'),
    redo: () => follow(redo(history), 'redo'),
    steps: { done: history.done.length, undone: history.undone.length },
  }
}
