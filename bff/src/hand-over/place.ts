import type { Target } from '@mosaic/schemas/release'
import type { TargetParams } from './contract.ts'

/** Where somebody is led: by the fields in a client that knows them, by the addresses in every other. Neither address says anything about a customer. */
export type Place = {
  surface?: string | undefined
  widgetId?: string | undefined
  /** What is to be chosen there already. */
  focus: readonly { name: string; value: string }[]
  guide?: string | undefined
  run?: string | undefined
  step?: string | undefined
  menu?: string | undefined
  webPath: string
  deepLink: string
}

/** What a hand-over leads to: a target of the release, or a screen of the voice menu. */
export type Destination = Pick<Target, 'id' | 'title' | 'sms' | 'minutes' | 'surface' | 'content' | 'guide' | 'step'> & { menu?: string }

/** The place it opens, filled in with what is the customer's own. */
export function placeOf({ surface, content, guide, step, menu }: Destination, params: TargetParams = {}): Place {
  if (menu !== undefined) return { menu, focus: [], ...addressesOf(`menu/${menu}`) }
  const { guideRunId, ...chosen } = params
  if (guide !== undefined)
    return { guide, step, run: guideRunId, focus: [], ...addressesOf(`guide/${guide}${step === undefined ? '' : `#${step}`}`) }
  const focus = Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
  const tile = content === undefined ? '' : `#${content}`
  const addresses =
    surface === undefined || surface === 'home'
      ? { webPath: `/${tile}`, deepLink: `mosaic://home${tile}` }
      : addressesOf(`surface/${surface}${tile}`)
  return { surface: surface ?? 'home', widgetId: content, focus, ...addresses }
}

function addressesOf(path: string): Pick<Place, 'webPath' | 'deepLink'> {
  return { webPath: `/${path}`, deepLink: `mosaic://${path}` }
}
