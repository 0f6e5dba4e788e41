import type { Brand, Content, Media } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import { widgets, type WidgetView } from '@mosaic/widgets'
import { sampleView } from '@mosaic/widgets/samples'
import { fieldsOf, linkOf } from '../../reader/content-fields.ts'
import type { References } from '../../reader/references.ts'
import { list, textOf, withoutEmpty, type Row } from '../../reader/rows.ts'

/** A content's document, in all languages, with its images and its brand, as the tile a customer might see; `undefined` when there is nothing to draw it with. */
export function viewOf(row: Row, locale: Locale): WidgetView | undefined {
  const widget = list(row['widget'])[0]
  const kind = textOf(widget?.['blockType'])
  const definition = Object.hasOwn(widgets, kind) ? widgets[kind] : undefined
  const brand = row['brand'] as Brand | undefined
  // Without its brand nobody knows in which language and currency it speaks.
  if (!definition || !brand?.timeZone) return undefined
  const images = new Map<string, Row>()
  const content = {
    id: String(row.id),
    kind,
    schemaVersion: definition.schemaVersion,
    name: textOf(row['name']),
    tone: row['tone'] ?? 'neutral',
    action: completeLink(row['action']),
    fields: fieldsOf(definition.fields, widget, imagesInto(images)),
  } as Content
  return sampleView({
    content,
    locale,
    brand,
    media: new Map([...images].map(([id, image]) => [id, mediaOf(id, image)])),
    mediaUrl: urlIn(images),
  })
}

/** An action that is being written has no use yet. */
function completeLink(value: unknown) {
  const link = linkOf(value)
  return link && 'deepLink' in link && 'webUrl' in link ? link : undefined
}

/** References as the reader's own, for documents that came with their images. */
function imagesInto(images: Map<string, Row>): References {
  const row = (_: string, value: unknown) => (typeof value === 'object' && value !== null ? (value as Row) : undefined)
  const note = (collection: string, value: unknown) => {
    const image = row(collection, value)
    if (!image) return undefined
    images.set(String(image.id), image)
    return String(image.id)
  }
  return Object.assign(note, { row })
}

function mediaOf(id: string, { mimeType, width, height, focalX, focalY, alt }: Row): Media {
  return {
    id,
    file: id,
    mime: mimeType,
    width,
    height,
    focalX: Number(focalX ?? 50) / 100,
    focalY: Number(focalY ?? 50) / 100,
    alt: withoutEmpty(alt),
  } as Media
}

function urlIn(images: ReadonlyMap<string, Row>) {
  return ({ file }: Pick<Media, 'file'>) => textOf(images.get(file)?.['url'])
}
