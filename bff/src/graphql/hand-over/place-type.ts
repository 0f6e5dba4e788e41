import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { Place } from '../../hand-over/place.ts'
import type { GraphqlContext } from '../context.ts'

/** `Place`: somewhere in the app that somebody is led to. */
export function addPlaceType(builder: WidgetBuilder<GraphqlContext>) {
  return builder.objectRef<Place>('Place').implement({
    description:
      'A place of the app. Clients that know its fields go there by them; the addresses are for all others, and say nothing about a customer.',
    fields: (t) => ({
      surface: t.id({ nullable: true, description: 'The page: `home` or a landing.', resolve: ({ surface }) => surface }),
      widgetId: t.id({ nullable: true, description: 'The widget of it to bring into view.', resolve: ({ widgetId }) => widgetId }),
      focus: t.field({
        type: ['Variable'],
        nullable: false,
        description: 'What is to be chosen there already: `billId`, `productId`, `offeringId`; may grow.',
        resolve: ({ focus }) => [...focus],
      }),
      guide: t.id({ nullable: true, description: 'The guide.', resolve: ({ guide }) => guide }),
      run: t.id({ nullable: true, description: 'The walk through it that has been begun.', resolve: ({ run }) => run }),
      step: t.id({ nullable: true, description: 'The step to begin at.', resolve: ({ step }) => step }),
      menu: t.id({ nullable: true, description: 'The screen of the voice menu.', resolve: ({ menu }) => menu }),
      webPath: t.exposeString('webPath', { nullable: false, description: 'In the web home: a path with its fragment.' }),
      deepLink: t.exposeString('deepLink', { nullable: false, description: 'In a native app.' }),
    }),
  })
}

export type PlaceRef = ReturnType<typeof addPlaceType>
