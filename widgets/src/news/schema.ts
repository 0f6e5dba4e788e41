import { kindSchema } from '../graphql/kind-schema.ts'
import type { NewsItem, NewsPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'What is new, with the day of each piece.',
  payload: (builder) => {
    const item = builder.objectRef<NewsItem>('NewsItem').implement({
      description: 'One piece of news.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        headline: t.expose('headline', { type: 'Text', nullable: false, description: 'The first thing read.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'The rest of it.' }),
        date: t.expose('date', { type: 'DateTime', nullable: false, description: 'When it came out.' }),
        dateText: t.exposeString('dateText', { nullable: false, description: 'The same, as the customer reads it.' }),
        isNew: t.exposeBoolean('isNew', { nullable: false, description: 'Whether it came out in the last seven days.' }),
        image: t.expose('image', { type: 'Image', nullable: true, description: 'A small picture.' }),
        action: t.expose('action', { type: 'Action', nullable: true, description: 'Where there is more about it.' }),
      }),
    })
    return builder.objectRef<NewsPayload>('News').implement({
      description: 'The news.',
      fields: (t) => ({
        items: t.expose('items', { type: [item], nullable: false, description: 'Newest first; at least one.' }),
        newText: t.exposeString('newText', { nullable: false, description: 'What to write beside those that are new.' }),
      }),
    })
  },
  fragment: `
fragment NewsTile on NewsWidget {
  news {
    items {
      id
      headline {
        ...TextParts
      }
      body {
        ...TextParts
      }
      date
      dateText
      isNew
      image {
        ...ImageParts
      }
      action {
        ...ActionParts
      }
    }
    newText
  }
}`,
})
