import type { WidgetBuilder } from './builder.ts'

/** Archetypes: a new kind that joins one is drawn by apps shipped before it existed. */
export function addArchetypes(builder: WidgetBuilder): void {
  builder.interfaceType('GaugeLike', {
    description: 'A widget that can be drawn as one gauge.',
    resolveType: (widget) => widget.__typename,
    fields: (t) => ({
      gauge: t.expose('gauge', { type: 'GaugeFace', nullable: true, description: 'The gauge; null when there is nothing to draw.' }),
    }),
  })
  builder.objectType('GaugeFace', {
    description: 'How much is left of something.',
    fields: (t) => ({
      label: t.expose('label', { type: 'Text', nullable: false, description: 'Of what.' }),
      ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part that is left, from 0 to 1.' }),
      valueText: t.exposeString('valueText', { nullable: false, description: 'What is left, in words: `12,5 GB`.' }),
      actions: t.expose('actions', { type: ['Action'], nullable: false, description: 'What can be done about it; may be empty.' }),
    }),
  })

  builder.interfaceType('BannerLike', {
    description: 'A widget that can be drawn as a banner.',
    resolveType: (widget) => widget.__typename,
    fields: (t) => ({
      banner: t.expose('banner', { type: 'BannerFace', nullable: true, description: 'The banner; null when there is nothing to draw.' }),
    }),
  })
  builder.objectType('BannerFace', {
    description: 'A headline, a text and an image.',
    fields: (t) => ({
      headline: t.expose('headline', { type: 'Text', nullable: false, description: 'The first thing read.' }),
      body: t.expose('body', { type: 'Text', nullable: true, description: 'The rest of it.' }),
      image: t.expose('image', { type: 'Image', nullable: true, description: 'The picture.' }),
      overlay: t.exposeString('overlay', {
        nullable: false,
        description: '`none`: the text stands beside or below the image; `light` or `dark`: over it, behind such a veil. May grow.',
      }),
      actions: t.expose('actions', { type: ['Action'], nullable: false, description: 'The buttons; may be empty.' }),
    }),
  })

  builder.interfaceType('ListLike', {
    description: 'A widget that can be drawn as a list of rows.',
    resolveType: (widget) => widget.__typename,
    fields: (t) => ({
      list: t.expose('list', { type: 'ListFace', nullable: true, description: 'The list; null when there is nothing to draw.' }),
    }),
  })
  builder.objectType('ListFace', {
    description: 'Rows, in the order they are shown.',
    fields: (t) => ({ items: t.expose('items', { type: ['ListItem'], nullable: false, description: 'The rows; may be empty.' }) }),
  })
  builder.objectType('ListItem', {
    description: 'One row.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Unique in its list.' }),
      primary: t.exposeString('primary', { nullable: false, description: 'What it is.' }),
      secondary: t.exposeString('secondary', { nullable: true, description: 'More about it.' }),
      value: t.exposeString('value', { nullable: true, description: 'What stands at the end of the row.' }),
      action: t.expose('action', { type: 'Action', nullable: true, description: 'What a tap on the row does.' }),
    }),
  })

  builder.interfaceType('ActionsLike', {
    description: 'A widget that can be drawn as a row of buttons.',
    resolveType: (widget) => widget.__typename,
    fields: (t) => ({
      actions: t.expose('actions', { type: ['Action'], nullable: true, description: 'The buttons; null when there is nothing to draw.' }),
    }),
  })
}
