import type { FormFactor } from '@mosaic/schemas/release'
import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { Home } from '../home/compose-home.ts'
import type { LayoutView, PlacementView, SectionView } from '../home/lay-out.ts'
import { schemeNames, type Theme } from '../release/compile.ts'

type PaletteView = Theme['palettes'][number]

/** `Mosaic`: a composed page, its theme and its layouts. Its resolvers never read the context, so any schema may show one. */
export function addMosaicType<Context extends object>(builder: WidgetBuilder<Context>) {
  const theme = addTheme(builder)
  const layout = addLayout(builder)
  const formFactor = builder.enumType('FormFactor', {
    description: 'Closed on purpose: the three grids there are.',
    values: {
      COMPACT: { value: 'compact', description: 'Phones: 4 columns.' },
      MEDIUM: { value: 'medium', description: 'Tablets: 8 columns.' },
      EXPANDED: { value: 'expanded', description: 'Desktops: 12 columns.' },
    } as const satisfies Record<string, { value: FormFactor; description: string }>,
  })

  return builder.objectRef<Home>('Mosaic').implement({
    description: 'A page composed for one customer, line, device and moment.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'The same page of the same line: a client replaces one by the other.' }),
      revision: t.exposeString('revision', { nullable: false, description: 'The published release it was composed from.' }),
      etag: t.string({
        nullable: false,
        description: 'Equal as long as nothing on the page has changed but its age.',
        resolve: ({ etag }) => etag(),
      }),
      composedAt: t.expose('composedAt', { type: 'DateTime', nullable: false, description: 'When it was composed.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: false, description: 'From then on, ask again.' }),
      line: t.exposeID('lineId', { nullable: true, description: 'The line it is about; null for a customer without lines.' }),
      title: t.expose('title', { type: 'Text', nullable: true, description: 'What the page is called: the heading of a landing page.' }),
      greeting: t.expose('greeting', { type: 'Text', nullable: true, description: 'What stands above the page.' }),
      theme: t.expose('theme', { type: theme, nullable: false, description: 'Its colours.' }),
      themes: t.field({
        type: [theme],
        nullable: false,
        description: 'The colours of widgets that have their own: `Style.themeId` names one of them.',
        resolve: ({ themes }) => themes,
      }),
      layout: t.field({
        type: layout,
        nullable: true,
        description: 'The layout of the device at hand; null = stack `widgets` in order.',
        args: { formFactor: t.arg({ type: formFactor, required: true, description: 'The device at hand.' }) },
        resolve: (home, args) => home.layout(args.formFactor),
      }),
      widgets: t.field({
        type: ['Widget'],
        nullable: { list: false, items: true },
        description:
          'Flat, keyed by id, in reading order. The nullable item is the bulkhead: one broken widget never costs its neighbours.',
        resolve: (home) => [...home.widgets],
      }),
    }),
  })
}

function addLayout<Context extends object>(builder: WidgetBuilder<Context>) {
  const placement = builder.objectRef<PlacementView>('Placement').implement({
    description: 'Position and size only: no content here, so one widget can sit differently on phone and web.',
    fields: (t) => ({
      widgetId: t.exposeID('widgetId', { nullable: false, description: 'The id of one of `widgets`.' }),
      order: t.exposeInt('order', { nullable: false, description: 'Its place in the section, from 0.' }),
      columns: t.exposeInt('columns', { nullable: false, description: 'How many columns of the grid it takes.' }),
      rows: t.exposeInt('rows', { nullable: true, description: 'How many rows it takes.' }),
    }),
  })
  const section = builder.objectRef<SectionView>('Section').implement({
    description: 'Placements that belong together.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Unique on its page.' }),
      title: t.exposeString('title', { nullable: true, description: 'Its heading.' }),
      scroll: t.exposeString('scroll', { nullable: false, description: '`grid` or `carousel`; may grow.' }),
      placements: t.field({
        type: [placement],
        nullable: false,
        description: 'In reading order.',
        resolve: ({ placements }) => placements,
      }),
    }),
  })
  return builder.objectRef<LayoutView>('Layout').implement({
    description: 'Where widgets stand on one form factor.',
    fields: (t) => ({
      columns: t.exposeInt('columns', { nullable: false, description: 'How many columns the grid has.' }),
      sections: t.field({ type: [section], nullable: false, description: 'From top to bottom.', resolve: ({ sections }) => sections }),
    }),
  })
}

function addTheme<Context extends object>(builder: WidgetBuilder<Context>) {
  const scheme = builder.enumType('ColorScheme', {
    description: 'Closed on purpose: every theme has all four.',
    values: Object.values(schemeNames),
  })
  const token = builder.objectRef<{ name: string; hex: string }>('ColorToken').implement({
    description: 'One named colour.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'As `Style` names it.' }),
      hex: t.exposeString('hex', { nullable: false, description: '`#rrggbb`.' }),
    }),
  })
  const palette = builder.objectRef<PaletteView>('Palette').implement({
    description: 'The colours of one scheme.',
    fields: (t) => ({
      scheme: t.expose('scheme', { type: scheme, nullable: false, description: 'When to use it.' }),
      tokens: t.field({ type: [token], nullable: false, description: 'All of them.', resolve: ({ tokens }) => tokens }),
    }),
  })
  return builder.objectRef<Theme>('Theme').implement({
    description: 'The colours of a page or of a widget, chosen by its editors.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'The palette.' }),
      palettes: t.field({ type: [palette], nullable: false, description: 'One a scheme.', resolve: ({ palettes }) => palettes }),
    }),
  })
}
