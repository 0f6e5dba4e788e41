'use client'
import { useField } from '@payloadcms/ui'
import { useMemo, useState } from 'react'
import type { MenuNode } from './model.ts'
import { readNodes } from './read-menu.ts'

/** The tree of a menu under the hands of its editor. */
export type MenuEditing = {
  nodes: readonly MenuNode[]
  isReadOnly: boolean
  /** @param what names a text that is being typed: all of it is one step */
  change(next: MenuNode[], what?: string): void
  undo(): void
  redo(): void
  steps: { done: number; undone: number }
}

type Step = { nodes: readonly MenuNode[]; what: string | undefined }

/** More than anybody takes back one by one. */
const mostSteps = 100

/** Reads and changes the field; what is done here can be taken back step by step. */
export function useMenu(path: string, readOnly: boolean | undefined): MenuEditing {
  const { value, setValue, disabled } = useField<unknown>({ path })
  const nodes = useMemo(() => readNodes(value), [value])
  const [done, setDone] = useState<readonly Step[]>([])
  const [undone, setUndone] = useState<readonly Step[]>([])

  const follow = (from: readonly Step[], setFrom: typeof setDone, to: readonly Step[], setTo: typeof setDone) => {
    const step = from.at(-1)
    if (!step) return
    setFrom(from.slice(0, -1))
    setTo([...to, { nodes, what: undefined }])
    setValue(step.nodes)
  }
  return {
    nodes,
    isReadOnly: Boolean(readOnly || disabled),
    change(next, what) {
      const isSame = what !== undefined && done.at(-1)?.what === what
      if (!isSame) setDone([...done, { nodes, what }].slice(-mostSteps))
      setUndone([])
      setValue(next)
    },
    undo: () => follow(done, setDone, undone, setUndone),
    redo: () => follow(undone, setUndone, done, setDone),
    steps: { done: done.length, undone: undone.length },
  }
}
