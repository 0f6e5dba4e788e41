import type { Locale } from '@mosaic/schemas/text'
import type { ReactNode } from 'react'
import type { ActionView, WidgetView } from './view-model.ts'

/**
 * What a kind's view is given. Every `widgets/src/<kind>/view.tsx` has one named export, `View`, which is a function of these props:
 *
 *     export function View({ widget, payload, runAction }: WidgetViewProps<BalancePayload>) { … }
 *
 * A view is only drawn for READY and STALE widgets that have a payload. FAILED and UNSUPPORTED ones, the stale badge, the tile's surface and
 * its accessibility wrapper are the home's own work, the same for every kind. The wire says `null` where these types say "may be absent":
 * a view tests for truth, never for `undefined`.
 */
export type WidgetViewProps<Payload> = {
  /** The envelope, with the archetypes' faces (`gauge`, `banner`, `list`, `actions`) of the kinds that have them. */
  widget: WidgetView
  /** `widget[widget.kind]`: the kind's own payload, as its `present.ts` types it. */
  payload: Payload
  locale: Locale
  now: Date
  /** Does what a tap asks for: opens a link, or runs a mutation after its confirmation. */
  runAction: (action: ActionView) => void
  /** The id of the action that is being carried out: its button shows so, and the others wait. */
  pendingActionId?: string | undefined
  /** Makes another line the one the home is about; absent where lines cannot be changed (previews). */
  selectLine?: ((lineId: string) => void) | undefined
  /** Asks for the codes of a line’s SIM and shows them for a while; absent where nobody may be asked (previews). */
  showSimSecrets?: ((lineId: string) => void) | undefined
}

/** Any kind's view, as the registry holds it: the caller hands it the payload of the same kind. */
export type WidgetViewComponent = (props: WidgetViewProps<never>) => ReactNode
