import { pickText, type LocalizedText } from '@mosaic/schemas/text'
import type { TextView } from '@mosaic/widgets'
import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { idOfPage, menuPage, placeOfOption } from '../../hand-over/menu.ts'
import type { Place } from '../../hand-over/place.ts'
import { preferredLocale } from '../../home/locale.ts'
import type { GraphqlContext } from '../context.ts'
import type { PlaceRef } from '../hand-over/place-type.ts'

type OptionView = { key: string; text: TextView; node: string | undefined; place: Place | undefined; callBack: boolean }
type PageView = { id: string; title: TextView; options: OptionView[] }

/** The voice menu as screens: the same options, words and order as a caller hears. */
export function addMenu(builder: WidgetBuilder<GraphqlContext>, place: PlaceRef): void {
  const option = builder.objectRef<OptionView>('MenuOption').implement({
    description: 'One option: it leads to another screen or a place of the app, or to somebody who calls back.',
    fields: (t) => ({
      key: t.exposeString('key', { nullable: false, description: 'The key a caller presses for it.' }),
      text: t.expose('text', { type: 'Text', nullable: false, description: 'What a caller hears.' }),
      node: t.id({ nullable: true, description: 'The screen it leads to: what `menu(id:)` takes.', resolve: ({ node }) => node }),
      place: t.field({ type: place, nullable: true, description: 'Where it leads in the app.', resolve: (one) => one.place }),
      callBack: t.exposeBoolean('callBack', { nullable: false, description: 'It is for being called back.' }),
    }),
  })
  const page = builder.objectRef<PageView>('MenuPage').implement({
    description: 'One screen of the voice menu.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'What `menu(id:)` takes.' }),
      title: t.expose('title', { type: 'Text', nullable: false, description: 'What it is about.' }),
      options: t.field({
        type: [option],
        nullable: false,
        description: 'In the order they are spoken.',
        resolve: ({ options }) => options,
      }),
    }),
  })
  builder.queryField('menu', (t) =>
    t.field({
      type: page,
      nullable: true,
      description: 'A screen of the voice menu; null when there is none.',
      args: { id: t.arg.id({ description: 'The screen; without it where a call begins.' }) },
      resolve: async (_root, { id }, context) => {
        const session = await context.session()
        const release = context.engine.get(session.brand)
        const found = release && menuPage(release, id ?? undefined)
        if (!found) return null
        const locale = preferredLocale(context.device.languages, session.locale, release.brand)
        const textOf = (text: LocalizedText): TextView => pickText(text, locale, release.brand.defaultLocale) ?? { value: '', lang: locale }
        return {
          id: idOfPage(found),
          title: textOf(found.node.title),
          options: found.node.options.map((one) => {
            const leads = placeOfOption(release, found.menu, one)
            return { key: one.key, text: textOf(one.text), node: leads?.menu, place: leads, callBack: one.callBack === true }
          }),
        }
      },
    }),
  )
}
