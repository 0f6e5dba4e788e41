import type { ProvenPlace } from './steps.ts'

/** Where a right leads. Pure. */
export function pathOf(place: ProvenPlace): string {
  if ('guide' in place) return `/guide/${place.guide}`
  if ('menu' in place) return `/menu/${place.menu}`
  return place.surface === 'home' ? '/' : `/surface/${place.surface}`
}

/** A screen of the voice menu, or its first. */
const menuPath = /^\/menu(?:\/([a-z0-9][a-z0-9_-]{0,199}))?\/?$/

/** The place a path is, where the right is for it; of a voice menu that is each of its screens. Undefined for the rest of the app. Pure. */
export function provenAt(path: string, place: ProvenPlace): ProvenPlace | undefined {
  if (!('menu' in place)) return path === pathOf(place) ? place : undefined
  const found = menuPath.exec(path)
  const menu = found?.[1] ?? place.menu
  return found && menuOf(menu) === menuOf(place.menu) ? { menu } : undefined
}

function menuOf(screen: string): string | undefined {
  return screen.split('_')[0]
}
