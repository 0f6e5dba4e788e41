import { locales } from '@mosaic/schemas/text'
import { list, textOf, withoutEmpty } from '../../reader/rows.ts'
import type { MenuNode, MenuOption } from './model.ts'

/** What is stored of a menu's tree as its editor can work with it, whatever was written into it otherwise. */
export function readNodes(value: unknown): MenuNode[] {
  return list(value).map((node, at) => {
    const options = list(node['options']).map(readOption)
    return {
      id: textOf(node.id) || `level-${at + 1}`,
      title: readText(node['title']),
      options: options.length > 0 ? options : [{ key: '1', text: {} }],
    }
  })
}

function readOption(option: Record<string, unknown>): MenuOption {
  const { key, text, node, target, callBack } = option
  return {
    key: textOf(key),
    text: readText(text),
    ...(textOf(node) !== '' && { node: textOf(node) }),
    ...(textOf(target) !== '' && { target: textOf(target) }),
    ...(callBack === true && { callBack }),
  }
}

function readText(value: unknown): MenuNode['title'] {
  const text = withoutEmpty(value)
  return Object.fromEntries(locales.flatMap((locale) => (textOf(text[locale]) === '' ? [] : [[locale, textOf(text[locale])]])))
}
