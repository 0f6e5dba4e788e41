// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { WidgetDefinition } from './definition.ts'
import { widget as alert } from './alert/widget.ts'
import { widget as balance } from './balance/widget.ts'
import { widget as banner } from './banner/widget.ts'
import { widget as bill } from './bill/widget.ts'
import { widget as lines } from './lines/widget.ts'
import { widget as offer } from './offer/widget.ts'
import { widget as topUp } from './topUp/widget.ts'
import { widget as usage } from './usage/widget.ts'

/** Every widget kind there is, by name. */
export const widgets: Readonly<Record<string, WidgetDefinition>> = {
  alert,
  balance,
  banner,
  bill,
  lines,
  offer,
  topUp,
  usage,
}
