import type { ColorScheme } from '@mosaic/schemas/release'

/** Everything that decides what the gallery shows. It all stands in the address, so that a link opens the same state. */
export type Address = {
  /** Empty: all kinds. */
  kind: string
  /** Empty: all fixtures of the kind. */
  fixture: string
  /** What is searched for. */
  q: string
  scheme: ColorScheme
  width: keyof typeof pages
  /** `own`: each fixture in the language it was written for. */
  lang: 'own' | 'it' | 'en'
  dir: 'ltr' | 'rtl'
  text: '100' | '200'
}

/** The devices whose tiles are drawn: how wide their page is, in pixels, and which layout it takes. */
export const pages = {
  '390': { formFactor: 'compact', columns: 4, gutter: 1, gap: 0.75, padding: 1.125 },
  '768': { formFactor: 'medium', columns: 8, gutter: 2, gap: 1, padding: 1.375 },
  '1280': { formFactor: 'expanded', columns: 12, gutter: 2, gap: 1, padding: 1.375 },
} as const

/** The values of each switch; the first is what an address that does not say means. */
export const choices = {
  scheme: ['light', 'dark', 'lightHighContrast', 'darkHighContrast'],
  width: ['390', '768', '1280'],
  lang: ['own', 'it', 'en'],
  dir: ['ltr', 'rtl'],
  text: ['100', '200'],
} as const satisfies { [Name in Switch]: readonly Address[Name][] }
export type Switch = 'scheme' | 'width' | 'lang' | 'dir' | 'text'

/** Reads `#kind=usage&scheme=dark`. What it does not know it takes for not said. */
export function readAddress(hash: string): Address {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const chosen = <Value extends string>(name: string, [first, ...others]: readonly [Value, ...Value[]]): Value =>
    others.find((value) => value === said.get(name)) ?? first
  return {
    kind: said.get('kind') ?? '',
    fixture: said.get('fixture') ?? '',
    q: said.get('q') ?? '',
    scheme: chosen('scheme', choices.scheme),
    width: chosen('width', choices.width),
    lang: chosen('lang', choices.lang),
    dir: chosen('dir', choices.dir),
    text: chosen('text', choices.text),
  }
}

/** The whole state as a hash; only what is empty is left out. */
export function writeAddress(address: Address): string {
  const { kind, fixture, q, scheme, width, lang, dir, text } = address
  const said = Object.entries({ kind, fixture, q, scheme, width, lang, dir, text }).filter(([, value]) => value !== '')
  return `#${new URLSearchParams(said).toString()}`
}
