import { createHash } from 'node:crypto'
import type { Address } from './src/address.ts'

/** How a picture shows a tile: everything the gallery's switches choose. */
export type Look = Pick<Address, 'scheme' | 'width' | 'lang' | 'dir' | 'text'>
/** One picture: its file in `pictures`, and what it shows: without a fixture, all of the kind. */
export type Picture = { file: string; look: Look; fixture?: string }

/**
 * How far a picture may be from the one that is kept: so many pixels, and no more than this share of all, by more than a fifth of the way from black to
 * white. Both bounds hold: a share for small pictures, a number for tall ones, in which a share would hide a changed word.
 */
export const tolerance = {
  animations: 'disabled',
  maxDiffPixelRatio: 0.002,
  maxDiffPixels: 20,
  threshold: 0.2,
  scale: 'css',
} as const

/** In these every fixture of a kind is seen, in the language it was written for. */
const sheets: readonly Look[] = [
  { scheme: 'light', width: '390', lang: 'own', dir: 'ltr', text: '100' },
  { scheme: 'dark', width: '390', lang: 'own', dir: 'ltr', text: '100' },
]

/**
 * In each of these one of its fixtures: with the sheets, every value of a switch meets every value of every other in some picture of every kind. Twelve
 * are the fewest there can be, because four schemes meet three widths.
 */
const turns: readonly Look[] = [
  { scheme: 'light', width: '768', lang: 'en', dir: 'rtl', text: '200' },
  { scheme: 'light', width: '1280', lang: 'it', dir: 'rtl', text: '100' },
  { scheme: 'dark', width: '768', lang: 'it', dir: 'rtl', text: '100' },
  { scheme: 'dark', width: '1280', lang: 'en', dir: 'ltr', text: '200' },
  { scheme: 'lightHighContrast', width: '390', lang: 'en', dir: 'rtl', text: '100' },
  { scheme: 'lightHighContrast', width: '768', lang: 'it', dir: 'ltr', text: '100' },
  { scheme: 'lightHighContrast', width: '1280', lang: 'it', dir: 'rtl', text: '200' },
  { scheme: 'darkHighContrast', width: '390', lang: 'it', dir: 'rtl', text: '200' },
  { scheme: 'darkHighContrast', width: '768', lang: 'en', dir: 'ltr', text: '200' },
  { scheme: 'darkHighContrast', width: '1280', lang: 'en', dir: 'ltr', text: '100' },
]

/** Every picture of a kind that has these fixtures. */
export function picturesOf(kind: string, fixtures: readonly string[]): Picture[] {
  return [
    ...sheets.map((look) => ({ file: `${kind}/${look.scheme}.png`, look })),
    ...turns.map((look) => {
      const { scheme, width, lang, dir, text } = look
      const name = [scheme, width, lang, dir, text].join('-')
      return { file: `${kind}/${name}.png`, look, fixture: takesTurn(name, fixtures) }
    }),
  ]
}

/** Which fixture a look shows. By a hash of the two names, so that a new fixture takes some turns and leaves the others where they are. */
function takesTurn(look: string, fixtures: readonly string[]): string {
  const weight = (fixture: string) => createHash('sha256').update(`${look} ${fixture}`).digest('hex')
  const [first] = fixtures.toSorted((one, other) => (weight(one) < weight(other) ? -1 : 1))
  if (first === undefined) throw new Error('Expected a kind to have fixtures, got none. Write its fixtures/ready.json.')
  return first
}
