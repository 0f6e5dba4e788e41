'use client'
import { useField } from '@payloadcms/ui'
import { useMemo, useState } from 'react'

/** A list in a JSON field under the hands of its editor. */
export type TreeEditing<Item> = {
  items: readonly Item[]
  isReadOnly: boolean
  /** @param what names a text that is being typed: all of it is one step */
  change(next: Item[], what?: string): void
  undo(): void
  redo(): void
  steps: { done: number; undone: number }
}

type Step<Item> = { items: readonly Item[]; what: string | undefined }

/** More than anybody takes back one by one. */
const mostSteps = 100

/** Reads and changes the field; what is done here can be taken back step by step. */
export function useTree<Item>(path: string, readOnly: boolean | undefined, read: (value: unknown) => Item[]): TreeEditing<Item> {
  const { value, setValue, disabled } = useField<unknown>({ path })
  const items = useMemo(() => read(value), [value, read])
  const [done, setDone] = useState<readonly Step<Item>[]>([])
  const [undone, setUndone] = useState<readonly Step<Item>[]>([])

  const follow = (from: readonly Step<Item>[], setFrom: typeof setDone, to: readonly Step<Item>[], setTo: typeof setDone) => {
    const step = from.at(-1)
    if (!step) return
    setFrom(from.slice(0, -1))
    setTo([...to, { items, what: undefined }])
    setValue(step.items)
  }
  return {
    items,
    isReadOnly: Boolean(readOnly || disabled),
    change(next, what) {
      const isSame = what !== undefined && done.at(-1)?.what === what
      if (!isSame) setDone([...done, { items, what }].slice(-mostSteps))
      setUndone([])
      setValue(next)
    },
    undo: () => follow(done, setDone, undone, setUndone),
    redo: () => follow(undone, setUndone, done, setDone),
    steps: { done: done.length, undone: undone.length },
  }
}
