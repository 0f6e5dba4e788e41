import type { Menu } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'

/* A voice menu under the hands of its editor: pure steps from one tree to the next. */

export type MenuNode = Menu['nodes'][number]
export type MenuOption = MenuNode['options'][number]
/** Where an option leads. */
export type End = { node: string } | { target: string } | { callBack: true } | undefined

/** The keys of a telephone, in the order in which they are given out. */
export const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'] as const
export const mostOptions = keys.length

/** The first level of a menu that has none. */
export function firstLevel(): MenuNode[] {
  return [{ id: 'start', title: {}, options: [{ key: '1', text: {} }] }]
}

/** A level as it is drawn: in the order in which callers get to them, those nobody gets to last. */
export type Level = { node: MenuNode; index: number; depth: number; openers: readonly { level: MenuNode; key: string }[] }

export function levelsOf(nodes: readonly MenuNode[]): Level[] {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]))
  const levels: Level[] = []
  const seen = new Set<string>()
  const visit = (id: string, depth: number) => {
    const index = indexOf.get(id)
    const node = index === undefined ? undefined : nodes[index]
    if (index === undefined || !node || seen.has(id)) return
    seen.add(id)
    levels.push({ node, index, depth, openers: openersOf(nodes, id) })
    for (const option of node.options) if (option.node !== undefined) visit(option.node, depth + 1)
  }
  for (const [at, { id }] of nodes.entries()) visit(id, at === 0 ? 0 : 1)
  return levels
}

function openersOf(nodes: readonly MenuNode[], id: string) {
  return nodes.flatMap((level) => level.options.flatMap(({ key, node }) => (node === id ? { level, key } : [])))
}

/** Writes the title of a level; an empty one is none. */
export function titled(nodes: readonly MenuNode[], at: number, locale: Locale, text: string): MenuNode[] {
  return replaced(nodes, at, (node) => ({ ...node, title: written(node.title, locale, text) }))
}

/** Adds an option after another, with the next free key; nothing when all keys are taken. */
export function optionAdded(nodes: readonly MenuNode[], at: number, after: number): MenuNode[] {
  return replaced(nodes, at, (node) => {
    const key = keys.find((one) => !node.options.some((option) => option.key === one))
    return key === undefined ? node : { ...node, options: node.options.toSpliced(after + 1, 0, { key, text: {} }) }
  })
}

/** The last option of a level stays: without one there is nothing to choose. */
export function optionRemoved(nodes: readonly MenuNode[], at: number, option: number): MenuNode[] {
  return replaced(nodes, at, (node) => (node.options.length > 1 ? { ...node, options: node.options.toSpliced(option, 1) } : node))
}

/** Moves an option to another place among those of its level; it keeps its key. */
export function optionMoved(nodes: readonly MenuNode[], at: number, option: number, to: number): MenuNode[] {
  return replaced(nodes, at, (node) => {
    const moved = node.options[option]
    if (!moved || to < 0 || to >= node.options.length) return node
    return { ...node, options: node.options.toSpliced(option, 1).toSpliced(to, 0, moved) }
  })
}

export function optionWritten(nodes: readonly MenuNode[], at: number, option: number, locale: Locale, text: string): MenuNode[] {
  return withOption(nodes, at, option, (own) => ({ ...own, text: written(own.text, locale, text) }))
}

export function optionKeyed(nodes: readonly MenuNode[], at: number, option: number, key: string): MenuNode[] {
  return withOption(nodes, at, option, (own) => ({ ...own, key }))
}

/** Leads an option somewhere, and nowhere else. */
export function optionLed(nodes: readonly MenuNode[], at: number, option: number, end: End): MenuNode[] {
  return withOption(nodes, at, option, ({ key, text }) => ({ key, text, ...end }))
}

/** Makes a new level that an option leads to, named as the option is. */
export function levelAdded(nodes: readonly MenuNode[], at: number, option: number): MenuNode[] {
  const text = nodes[at]?.options[option]?.text
  if (!text) return [...nodes]
  const id = freeId(nodes)
  return [...optionLed(nodes, at, option, { node: id }), { id, title: { ...text }, options: [{ key: '1', text: {} }] }]
}

/** Takes a level away; what led to it leads nowhere then. The first stays. */
export function levelRemoved(nodes: readonly MenuNode[], at: number): MenuNode[] {
  const gone = nodes[at]
  if (!gone || at === 0) return [...nodes]
  return nodes.toSpliced(at, 1).map((node) => ({
    ...node,
    options: node.options.map((option) => {
      if (option.node !== gone.id) return option
      const { key, text } = option
      return { key, text }
    }),
  }))
}

export function endOf({ node, target, callBack }: MenuOption): End {
  if (node !== undefined) return { node }
  if (target !== undefined) return { target }
  return callBack === true ? { callBack } : undefined
}

function withOption(nodes: readonly MenuNode[], at: number, option: number, change: (own: MenuOption) => MenuOption): MenuNode[] {
  return replaced(nodes, at, (node) => ({ ...node, options: node.options.map((own, index) => (index === option ? change(own) : own)) }))
}

function replaced(nodes: readonly MenuNode[], at: number, change: (node: MenuNode) => MenuNode): MenuNode[] {
  return nodes.map((node, index) => (index === at ? change(node) : node))
}

function written(text: MenuNode['title'], locale: Locale, words: string): MenuNode['title'] {
  const { [locale]: _, ...others } = text
  return words === '' ? others : { ...others, [locale]: words }
}

function freeId(nodes: readonly MenuNode[]): string {
  const taken = new Set(nodes.map(({ id }) => id))
  let number = nodes.length + 1
  while (taken.has(`level-${number}`)) number++
  return `level-${number}`
}
