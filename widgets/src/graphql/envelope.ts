import type { WidgetBuilder } from './builder.ts'

/** The envelope: what every widget has, whatever its kind. The composer fills it from plain, checked values, so its fields may be non-null. */
export function addEnvelope(builder: WidgetBuilder): void {
  const state = builder.enumType('WidgetState', {
    description: 'Closed on purpose: every client knows all four.',
    values: {
      READY: { description: 'Its data is as fresh as it should be.' },
      STALE: { description: 'Its data is older than it should be, because a system could not give newer: show it, with its age.' },
      FAILED: { description: 'Its data could not be had: show the fallback card and the issue.' },
      UNSUPPORTED: { description: 'This client can draw none of its forms: show the fallback card.' },
    } as const,
  })

  builder.interfaceType('Widget', {
    description: 'Every widget, including those this app has never heard of, can be drawn from these fields alone.',
    resolveType: (widget) => widget.__typename,
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Stable across releases: a client merges by it.' }),
      kind: t.exposeString('kind', {
        nullable: false,
        description: 'An open string such as `balance`, not an enum: it grows every month.',
      }),
      schemaVersion: t.exposeInt('schemaVersion', {
        nullable: false,
        description: 'The version of the kind’s payload; it only ever grows.',
      }),
      state: t.expose('state', { type: state, nullable: false, description: 'Whether to draw the payload or the fallback card.' }),
      issue: t.expose('issue', {
        type: 'WidgetIssue',
        nullable: true,
        description: 'Why the state is not READY, when there is more to say.',
      }),
      title: t.expose('title', { type: 'Text', nullable: true, description: 'The tile’s heading.' }),
      fallback: t.expose('fallback', {
        type: 'FallbackCard',
        nullable: false,
        description: 'The text card to draw when the payload cannot be.',
      }),
      style: t.expose('style', {
        type: 'Style',
        nullable: true,
        description: 'The colours, by name: the theme’s palettes give them values.',
      }),
      action: t.expose('action', { type: 'Action', nullable: true, description: 'What a tap on the tile does.' }),
      freshness: t.expose('freshness', {
        type: 'Freshness',
        nullable: false,
        description: 'How old the data is, and how long it may be kept.',
      }),
      tracking: t.expose('tracking', { type: 'Tracking', nullable: false, description: 'When the tile counts as seen.' }),
      accessibility: t.expose('accessibility', { type: 'Accessibility', nullable: false, description: 'What a screen reader says.' }),
    }),
  })

  builder.objectType('TextCardWidget', {
    description: 'The plainest widget: its fallback card is all there is to draw.',
    interfaces: ['Widget'],
  })

  builder.objectType('WidgetIssue', {
    description: 'An error as data: it concerns this widget only.',
    fields: (t) => ({
      code: t.exposeString('code', { nullable: false, description: 'Stable, for code to branch on: `BSS_TIMEOUT`, `WIDGET_ERROR` …' }),
      message: t.exposeString('message', { nullable: false, description: 'For the customer, in his language.' }),
      retryable: t.exposeBoolean('retryable', { nullable: false, description: 'Whether asking again may help.' }),
      retryAfterSeconds: t.exposeInt('retryAfterSeconds', { nullable: true, description: 'Not sooner than this.' }),
    }),
  })
  builder.objectType('FallbackCard', {
    description: 'A text card that always says something useful.',
    fields: (t) => ({
      title: t.exposeString('title', { nullable: false, description: 'What the widget is about.' }),
      body: t.exposeString('body', { nullable: true, description: 'What the customer can do meanwhile.' }),
      action: t.expose('action', { type: 'Action', nullable: true, description: 'Where the same can be done without the widget.' }),
    }),
  })
  builder.objectType('Style', {
    description: 'Names of colours, never values.',
    fields: (t) => ({
      tone: t.exposeString('tone', { nullable: false, description: 'neutral, primary, accent, positive, warning or critical; may grow.' }),
      surfaceToken: t.exposeString('surfaceToken', { nullable: false, description: 'The token the tile is filled with.' }),
      onSurfaceToken: t.exposeString('onSurfaceToken', { nullable: false, description: 'The token of text and icons on it.' }),
      themeId: t.exposeID('themeId', {
        nullable: true,
        description: 'Which of the page’s `themes` gives the names their values; null = the page’s own `theme`.',
      }),
    }),
  })
  builder.objectType('Freshness', {
    description: 'The age of the oldest answer the widget is drawn from.',
    fields: (t) => ({
      source: t.exposeString('source', {
        nullable: false,
        description: 'Where it came from; `release` for content alone, `none` for nothing.',
      }),
      fetchedAt: t.expose('fetchedAt', { type: 'DateTime', nullable: false, description: 'When the system answered.' }),
      staleAfter: t.expose('staleAfter', { type: 'DateTime', nullable: false, description: 'From then on, ask again before trusting it.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: false, description: 'From then on, do not show it any more.' }),
    }),
  })
  builder.objectType('Tracking', {
    description: 'The rule for "seen", as data: `visiblePercent` of the tile for `visibleMs`, at most `limit` times a session.',
    fields: (t) => ({
      impressionId: t.exposeID('impressionId', { nullable: false, description: 'The content and its release.' }),
      visiblePercent: t.exposeInt('visiblePercent', { nullable: false, description: 'How much of the tile must be on the screen.' }),
      visibleMs: t.exposeInt('visibleMs', { nullable: false, description: 'For how long, in milliseconds.' }),
      limit: t.exposeInt('limit', { nullable: false, description: 'How often it counts in one session.' }),
      variant: t.exposeString('variant', { nullable: true, description: 'The simpler kind it is shown as, when not its own.' }),
      context: t.exposeString('context', { nullable: true, description: 'To be passed back unread.' }),
    }),
  })
  builder.objectType('Accessibility', {
    description: 'What assistive technology needs.',
    fields: (t) => ({
      label: t.exposeString('label', { nullable: false, description: 'The whole tile in words.' }),
      hint: t.exposeString('hint', { nullable: true, description: 'What a tap does, when the label does not say it.' }),
      role: t.exposeString('role', { nullable: true, description: 'group, list, status or alert; may grow.' }),
      liveRegion: t.exposeBoolean('liveRegion', { nullable: false, description: 'Whether a change is read out at once.' }),
    }),
  })
}
