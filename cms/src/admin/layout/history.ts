import type { Change } from './changes.ts'

/** One step: what was done, and what takes it back. */
export type Step = { redo: readonly Change[]; undo: readonly Change[] }
export type History = { done: readonly Step[]; undone: readonly Step[] }

/** More than anybody takes back one by one; older steps are let go. */
export const mostSteps = 200

export const emptyHistory: History = { done: [], undone: [] }

/** After something was done: what had been taken back before cannot be done again. */
export function recorded({ done }: History, step: Step): History {
  return { done: [...done, step].slice(-mostSteps), undone: [] }
}

/** Takes back the last step. */
export function undo({ done, undone }: History): { history: History; step: Step } | undefined {
  const step = done.at(-1)
  return step && { step, history: { done: done.slice(0, -1), undone: [...undone, step] } }
}

/** Does again what was taken back last. */
export function redo({ done, undone }: History): { history: History; step: Step } | undefined {
  const step = undone.at(-1)
  return step && { step, history: { done: [...done, step], undone: undone.slice(0, -1) } }
}
