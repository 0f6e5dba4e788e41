// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { WidgetViewComponent } from './view-props.ts'
import { View as alert } from './alert/view.tsx'
import { View as balance } from './balance/view.tsx'
import { View as banner } from './banner/view.tsx'
import { View as bill } from './bill/view.tsx'
import { View as lines } from './lines/view.tsx'
import { View as offer } from './offer/view.tsx'
import { View as topUp } from './topUp/view.tsx'
import { View as usage } from './usage/view.tsx'

/** The React view of every widget kind, by name; only for programs that Vite or Next builds. */
export const views: Readonly<Record<string, WidgetViewComponent>> = {
  alert,
  balance,
  banner,
  bill,
  lines,
  offer,
  topUp,
  usage,
}
