import type { TextView } from '@mosaic/widgets'
import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { pickText } from '@mosaic/schemas/text'
import type { HandOver } from '../../hand-over/contract.ts'
import { destinationOf } from '../../hand-over/menu.ts'
import { placeOf, type Place } from '../../hand-over/place.ts'
import { preferredLocale } from '../../home/locale.ts'
import type { Session } from '../../identity/session.ts'
import type { GraphqlContext } from '../context.ts'
import type { PlaceRef } from './place-type.ts'

/** A hand-over as its customer sees it: nothing of how it was made. */
export type HandOverView = Pick<HandOver, 'id' | 'lineId' | 'code' | 'state'> & {
  title: TextView
  helper: string | undefined
  expiresAt: string
  place: Place
}

/** `HandOver`: what somebody of the operator’s has prepared. */
export function addHandOverType(builder: WidgetBuilder<GraphqlContext>, place: PlaceRef) {
  return builder.objectRef<HandOverView>('HandOver').implement({
    description: 'A place of the app that somebody of the operator’s has prepared for the customer.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Its id.' }),
      lineId: t.exposeID('lineId', { nullable: false, description: 'The line it is about: pages are asked for with it.' }),
      code: t.exposeString('code', { nullable: false, description: 'What the SMS shows and the agent reads out. It opens nothing.' }),
      title: t.expose('title', { type: 'Text', nullable: false, description: 'What the place is called.' }),
      helper: t.string({
        nullable: true,
        description: 'Who is helping, by the first name; null when it was no person.',
        resolve: ({ helper }) => helper,
      }),
      state: t.exposeString('state', {
        nullable: false,
        description: '`sent`, `opened`, `signedIn`, `reached`, `stuck`, `done` and others; may grow.',
      }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: false, description: 'Until when it can be begun.' }),
      place: t.field({ type: place, nullable: false, description: 'Where it leads.', resolve: (handOver) => handOver.place }),
    }),
  })
}

export type HandOverRef = ReturnType<typeof addHandOverType>

/** `undefined` when the live release knows no such place any more: there is nowhere to lead anybody. */
export function viewOf({ engine, device }: GraphqlContext, session: Session, handOver: HandOver): HandOverView | undefined {
  const release = engine.get(handOver.brand)
  const target = release && destinationOf(release, handOver.targetId)
  if (!release || !target) return undefined
  const locale = preferredLocale(device.languages, session.locale, release.brand)
  const { id, lineId, code, state, sender, taker, expiresAt, params } = handOver
  const helper = taker?.name ?? (sender.kind === 'agent' ? sender.name : '')
  return {
    id,
    lineId,
    code,
    state,
    title: pickText(target.title, locale, release.brand.defaultLocale) ?? { value: target.id, lang: locale },
    helper: helper.trim().split(/\s+/)[0] || undefined,
    expiresAt: expiresAt.toISOString(),
    place: placeOf(target, params),
  }
}
