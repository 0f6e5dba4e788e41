import { kindSchema } from '../graphql/kind-schema.ts'
import type { EditorialBlock, EditorialItem, EditorialPayload, EditorialRun } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'A text to read, as blocks that every client draws with its own means.',
  payload: (builder) => {
    const run = builder.objectRef<EditorialRun>('EditorialRun').implement({
      description: 'A stretch of words of one look.',
      fields: (t) => ({
        text: t.exposeString('text', { nullable: false, description: 'The words, with the spaces around them.' }),
        isBold: t.exposeBoolean('isBold', { nullable: false, description: 'Whether they are important.' }),
        isItalic: t.exposeBoolean('isItalic', { nullable: false, description: 'Whether they are stressed.' }),
        href: t.exposeString('href', {
          nullable: true,
          description: 'Where a tap on them leads: an address of the web, or a path of the web home.',
        }),
      }),
    })
    const item = builder.objectRef<EditorialItem>('EditorialItem').implement({
      description: 'One bullet.',
      fields: (t) => ({ runs: t.expose('runs', { type: [run], nullable: false, description: 'Its words; at least one run.' }) }),
    })
    const block = builder.objectRef<EditorialBlock>('EditorialBlock').implement({
      description: 'One block of the text.',
      fields: (t) => ({
        type: t.exposeString('type', {
          nullable: false,
          description: 'heading, paragraph or bullets; may grow: draw others as paragraphs.',
        }),
        runs: t.expose('runs', { type: [run], nullable: false, description: 'The words of a heading or a paragraph.' }),
        items: t.expose('items', { type: [item], nullable: false, description: 'The bullets; empty for the other blocks.' }),
      }),
    })
    return builder.objectRef<EditorialPayload>('Editorial').implement({
      description: 'The text.',
      fields: (t) => ({
        headline: t.expose('headline', { type: 'Text', nullable: false, description: 'The first thing read.' }),
        lang: t.exposeString('lang', { nullable: false, description: 'The language of the blocks: a BCP 47 tag.' }),
        blocks: t.expose('blocks', { type: [block], nullable: false, description: 'In reading order; at least one.' }),
        image: t.expose('image', { type: 'Image', nullable: true, description: 'The picture above the text.' }),
        video: t.expose('video', { type: 'Action', nullable: true, description: 'Opens a video about it.' }),
        readMinutesText: t.exposeString('readMinutesText', { nullable: false, description: 'How long it takes, in words.' }),
      }),
    })
  },
  fragment: `
fragment EditorialTile on EditorialWidget {
  editorial {
    headline {
      ...TextParts
    }
    lang
    blocks {
      type
      runs {
        text
        isBold
        isItalic
        href
      }
      items {
        runs {
          text
          isBold
          isItalic
          href
        }
      }
    }
    image {
      ...ImageParts
    }
    video {
      ...ActionParts
    }
    readMinutesText
  }
  ...BannerParts
}`,
})
