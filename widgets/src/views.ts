// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { WidgetViewComponent } from './view-props.ts'

/** The React view of every widget kind, by name; only for programs that Vite or Next builds. */
export const views: Readonly<Record<string, WidgetViewComponent>> = {}
