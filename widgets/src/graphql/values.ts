import type { WidgetBuilder } from './builder.ts'

/** Values that widgets of every kind are made of: texts, money, images, and what a tap does. */
export function addValues(builder: WidgetBuilder): void {
  builder.objectType('Text', {
    description: 'A text, and the language it is written in: not always the customer’s.',
    fields: (t) => ({
      value: t.exposeString('value', { nullable: false, description: 'The text.' }),
      lang: t.exposeString('lang', { nullable: true, description: 'A BCP 47 tag, for the screen reader’s voice.' }),
    }),
  })
  builder.objectType('Money', {
    description: 'An amount of money, never a float.',
    fields: (t) => ({
      amount: t.exposeString('amount', { nullable: false, description: 'A decimal string, such as `12.50`.' }),
      currency: t.exposeString('currency', { nullable: false, description: 'ISO 4217.' }),
      text: t.exposeString('text', { nullable: false, description: 'As the customer reads it: `12,50 €`.' }),
    }),
  })
  builder.objectType('Image', {
    description: 'An image, with the point that must stay visible when it is cropped.',
    fields: (t) => ({
      url: t.expose('url', { type: 'URL', nullable: false, description: 'Named by the hash of its bytes: cache it for ever.' }),
      width: t.exposeInt('width', { nullable: false, description: 'In pixels.' }),
      height: t.exposeInt('height', { nullable: false, description: 'In pixels.' }),
      focalX: t.exposeFloat('focalX', { nullable: false, description: '0 is the left edge, 1 the right one.' }),
      focalY: t.exposeFloat('focalY', { nullable: false, description: '0 is the top edge, 1 the bottom one.' }),
      alt: t.exposeString('alt', { nullable: false, description: 'The image in words; empty when it only decorates.' }),
      crops: t.expose('crops', {
        type: ['ImageCrop'],
        nullable: true,
        description: 'Parts of it for boxes of other shapes, at most one a ratio; where there is none of a ratio the whole image does.',
      }),
    }),
  })
  builder.objectType('ImageCrop', {
    description: 'A part of an image, cut around its focal point and never enlarged.',
    fields: (t) => ({
      ratio: t.exposeString('ratio', { nullable: false, description: '`1:1`, `16:9` or `3:1`; may grow.' }),
      url: t.expose('url', { type: 'URL', nullable: false, description: 'Named by the hash of its bytes: cache it for ever.' }),
      width: t.exposeInt('width', { nullable: false, description: 'In pixels.' }),
      height: t.exposeInt('height', { nullable: false, description: 'In pixels.' }),
    }),
  })
  addActions(builder)
}

function addActions(builder: WidgetBuilder): void {
  builder.interfaceType('Action', {
    description: 'What a tap does. A kind of action this app does not know is not offered.',
    resolveType: (action) => action.__typename,
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Stable across releases, for analytics.' }),
      label: t.expose('label', { type: 'Text', nullable: false, description: 'What the button says.' }),
      accessibilityLabel: t.exposeString('accessibilityLabel', {
        nullable: true,
        description: 'What a screen reader says instead of the label.',
      }),
      confirm: t.expose('confirm', { type: 'Confirm', nullable: true, description: 'Ask this before doing it.' }),
    }),
  })
  builder.objectType('OpenLink', {
    description: 'Opens a place of the app, or of the web where the app is missing or too old.',
    interfaces: ['Action'],
    fields: (t) => ({
      deepLink: t.expose('deepLink', { type: 'URL', nullable: false, description: 'A place of the app.' }),
      webUrl: t.expose('webUrl', { type: 'URL', nullable: false, description: 'The same place on the web.' }),
      minAppVersion: t.exposeString('minAppVersion', { nullable: true, description: 'Older apps use `webUrl`.' }),
    }),
  })
  builder.objectType('RunMutation', {
    description: 'Runs a mutation this client has a document for; the client adds an idempotency key of its own, one per tap.',
    interfaces: ['Action'],
    fields: (t) => ({
      operationId: t.exposeID('operationId', { nullable: false, description: 'The mutation’s name, such as `topUp`.' }),
      variables: t.expose('variables', { type: ['Variable'], nullable: false, description: 'To be passed as they are.' }),
      refreshes: t.exposeIDList('refreshes', { nullable: false, description: 'The widgets it changes: ask for them in the mutation.' }),
    }),
  })
  builder.objectType('Variable', {
    description: 'One variable of a mutation.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Its name in the mutation’s input.' }),
      value: t.exposeString('value', { nullable: false, description: 'As text; whole numbers are to be read as numbers.' }),
    }),
  })
  builder.objectType('Confirm', {
    description: 'The question before an action that costs money or cannot be undone.',
    fields: (t) => ({
      title: t.exposeString('title', { nullable: false, description: 'The question.' }),
      body: t.exposeString('body', { nullable: true, description: 'What exactly will happen.' }),
      acceptLabel: t.exposeString('acceptLabel', { nullable: false, description: 'The button that does it.' }),
      cancelLabel: t.exposeString('cancelLabel', { nullable: false, description: 'The button that does not.' }),
    }),
  })
}
