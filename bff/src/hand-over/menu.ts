import type { Menu } from '@mosaic/schemas/release'
import type { LocalizedText } from '@mosaic/schemas/text'
import type { CompiledRelease } from '../release/compile.ts'
import { placeOf, type Destination, type Place } from './place.ts'

export type MenuNode = Menu['nodes'][number]
type MenuOption = MenuNode['options'][number]

/** One screen of a voice menu. */
export type MenuPage = { menu: Menu; node: MenuNode }

/** Between menu and node in the id of a page: no id has it. */
const joint = '_'

/** A screen by its id; without one where the first menu begins. `undefined` when there is none. */
export function menuPage({ care }: Pick<CompiledRelease, 'care'>, id: string | undefined): MenuPage | undefined {
  const [menuId, ...rest] = id === undefined ? [care.menus.keys().next().value] : id.split(joint)
  const nodeId = rest.length === 0 ? undefined : rest.join(joint)
  const menu = menuId === undefined ? undefined : care.menus.get(menuId)
  const node = nodeId === undefined ? menu?.nodes[0] : menu?.nodes.find((one) => one.id === nodeId)
  return menu && node && { menu, node }
}

export function idOfPage({ menu, node }: MenuPage): string {
  return menu.id + joint + node.id
}

/** The menu a screen is of, whether there is one of that name or not. */
export function menuOfPage(id: string): string | undefined {
  return id.split(joint)[0]
}

/** What a target's id is in a hand-over that leads to a screen: no target has a colon in its own. */
const menuPrefix = 'menu:'

/** What is written to callers who are sent the menu itself, from `{sender}`. */
const menuSms: LocalizedText = {
  it: '{sender}: il nostro menu, da toccare invece che da ascoltare: {link} Codice {code}.',
  en: '{sender}: our menu, to tap instead of listening: {link} Code {code}.',
}

/** A target of the release, or a screen of its voice menu; `undefined` when it is not there any more. */
export function destinationOf(release: Pick<CompiledRelease, 'care' | 'brand'>, targetId: string): Destination | undefined {
  if (!targetId.startsWith(menuPrefix)) return release.care.targets.get(targetId)?.target
  const page = menuPage(release, targetId.slice(menuPrefix.length))
  return page && destinationOfPage(release, page)
}

export function destinationOfPage({ brand }: Pick<CompiledRelease, 'brand'>, page: MenuPage): Destination {
  const menu = idOfPage(page)
  const sender = brand.care?.smsSender ?? brand.name
  const sms = Object.fromEntries(Object.entries(menuSms).map(([locale, text]) => [locale, text.replace('{sender}', () => sender)]))
  return { id: menuPrefix + menu, title: page.node.title, sms, menu }
}

/** Where an option leads in the app: another screen, a target, or nowhere when it is for talking to somebody. */
export function placeOfOption(
  release: Pick<CompiledRelease, 'care' | 'brand'>,
  menu: Menu,
  { node, target }: MenuOption,
): Place | undefined {
  const next = node === undefined ? undefined : menu.nodes.find(({ id }) => id === node)
  const destination = next ? destinationOfPage(release, { menu, node: next }) : destinationOf(release, target ?? '')
  return destination && placeOf(destination)
}

export type Choice = { end: MenuOption } | { page: MenuPage }

/**
 * What a caller has chosen by the keys he pressed, from the beginning of the menu that his number led to: an end, or the screen he has come to.
 * `undefined` when no such way is in the menu.
 */
export function chosenIn(menu: Menu, keys: readonly string[]): Choice | undefined {
  let node = menu.nodes[0]
  for (const [index, key] of keys.entries()) {
    const option = node?.options.find((one) => one.key === key)
    if (!option) return undefined
    if (option.node === undefined) return index === keys.length - 1 ? { end: option } : undefined
    node = menu.nodes.find(({ id }) => id === option.node)
  }
  return node && { page: { menu, node } }
}
