import { widgets, type Fields, type FieldValues } from '@mosaic/widgets'
import type { KindFields } from '@mosaic/widgets/kind-fields'
import type { Content, FormFactor, LinkAction, Palette, Placement, Section, Surface, Tone, Trigger } from '@mosaic/schemas/release'
import type { MediaId } from './media.ts'

type Kind = keyof KindFields

/** What an editor writes: required fields must be there, the others may be; an image is one of the seed's. */
type Written<F extends Fields> = { [K in keyof F as F[K]['required'] extends true ? K : never]: Value<F, K> } & {
  [K in keyof F as F[K]['required'] extends true ? never : K]?: Value<F, K>
}
type Value<F extends Fields, K extends keyof F> = F[K] extends { of: infer Of extends Fields }
  ? readonly Written<Of>[]
  : F[K]['input'] extends 'media'
    ? MediaId
    : NonNullable<FieldValues<F>[K]>

type ContentInput<K extends Kind> = {
  id: string
  name: string
  fields: Written<KindFields[K]>
  tone?: Tone
  /** Colours of its own, whatever page it stands on. */
  palette?: Palette
  trigger?: Trigger
  action?: LinkAction
}

/** A content of one kind; its fields are checked against the kind's own when this is compiled. */
export function content<K extends Kind>(
  kind: K,
  { id, name, fields, tone = 'neutral', palette, trigger, action }: ContentInput<K>,
): Content {
  const { schemaVersion } = widgets[kind]!
  return {
    id,
    kind,
    schemaVersion,
    name,
    tone,
    ...(palette && { palette: palette.id }),
    ...(trigger && { trigger: trigger.id }),
    ...(action && { action }),
    fields,
  }
}

/** Opens a landing page of the seed, in the app and on the web. */
export function open(surface: LandingId, it: string, en: string): LinkAction {
  return { label: { it, en }, deepLink: `mosaic://surface/${surface}`, webUrl: `/surface/${surface}` }
}

/** Begins a guide of the seed, in the app and on the web. */
export function walk(guide: GuideId, it: string, en: string): LinkAction {
  return { label: { it, en }, deepLink: `mosaic://guide/${guide}`, webUrl: `/guide/${guide}` }
}

type GuideId = 'slow-internet' | 'no-internet-abroad' | 'no-calls' | 'home-wifi'

/** The landing pages contents may lead to. */
export type LandingId =
  | 'roaming'
  | 'welcome-guide'
  | 'top-up'
  | 'bill'
  | 'extra-data'
  | 'rewards'
  | 'family'
  | 'security'
  | 'home-internet'
  | 'business'
  | 'lines'
  | 'plan'
  | 'help'
  | 'thanks'
  | 'shops'

/** Columns and rows on a phone, a tablet and a desktop, whose grids have 4, 8 and 12 columns. */
export type Size = { [Factor in FormFactor]: readonly [columns: number, rows: number] }

/** The sizes the seed uses, so that pages are of one cast. */
export const sizes = {
  /** Across the page, two rows high: the image a page opens with. */
  hero: { compact: [4, 2], medium: [8, 2], expanded: [12, 2] },
  /** Across the page. */
  strip: { compact: [4, 1], medium: [8, 1], expanded: [12, 1] },
  /** Beside one of the same size on a tablet; two thirds of a desktop. */
  wide: { compact: [4, 2], medium: [8, 2], expanded: [8, 2] },
  /** Half of a tablet and of a desktop. */
  half: { compact: [4, 2], medium: [4, 2], expanded: [6, 2] },
  /** A third of a desktop. */
  card: { compact: [4, 2], medium: [4, 2], expanded: [4, 2] },
  /** A third of a desktop, one row. */
  low: { compact: [4, 1], medium: [4, 1], expanded: [4, 1] },
  /** Two beside each other on a phone. */
  tile: { compact: [2, 1], medium: [4, 1], expanded: [4, 1] },
  /** Two beside each other on a phone, four on a desktop, two rows. */
  tower: { compact: [2, 2], medium: [4, 2], expanded: [3, 2] },
} satisfies Record<string, Size>

/** A content in its place. */
export function place({ id }: Content, size: Size): Placement {
  const span = ([columns, rows]: readonly [number, number]) => ({ columns, rows })
  return { content: id, compact: span(size.compact), medium: span(size.medium), expanded: span(size.expanded) }
}

export function grid(id: string, placements: Placement[], title?: { it: string; en: string }): Section {
  return { id, ...(title && { title }), scroll: 'grid', placements }
}

export function carousel(id: string, placements: Placement[], title?: { it: string; en: string }): Section {
  return { id, ...(title && { title }), scroll: 'carousel', placements }
}

/** A home for the cluster of the same id. */
export function home(id: string, surface: Omit<Surface, 'id' | 'type' | 'palette'> & { palette: { id: string } }): Surface {
  return { ...surface, id: `home-${id}`, type: 'home', palette: surface.palette.id }
}

export function landing(id: LandingId, surface: Omit<Surface, 'id' | 'type' | 'palette'> & { palette: { id: string } }): Surface {
  return { ...surface, id, type: 'landing', palette: surface.palette.id }
}
