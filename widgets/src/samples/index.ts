import type { ReadMethodName } from '@mosaic/schemas/bss'
import type { Brand, Content, Media } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import { composeWidget, isLeftOut, type Outcomes } from '../compose.ts'
import { areFieldsOf } from '../contract.ts'
import { needsOf, type WidgetDefinition } from '../definition.ts'
import type { Field } from '../fields.ts'
import { createFormat } from '../format.ts'
import type { Outcome } from '../outcome.ts'
import { widgets } from '../registry.ts'
import type { WidgetView } from '../view-model.ts'
import { samples } from './registry.ts'
import type { Sample } from './sample.ts'

export type SampleInput = {
  content: Content
  locale: Locale
  brand: Pick<Brand, 'defaultLocale' | 'currency' | 'timeZone'>
  /** The images of the content, by id, and where to load one from. */
  media: ReadonlyMap<string, Media>
  mediaUrl: (image: Pick<Media, 'file'>) => string
}

/**
 * A content as it would look to the customer of its kind's golden case: its own texts, images, tone and choices on that customer's data. What it asks of
 * him may be something he does not have (another offer, another kind of order): then he lends his own. `undefined` when even so there is nothing to see.
 */
export function sampleView(input: SampleInput): WidgetView | undefined {
  const { content } = input
  const [definition, sample] = [own(widgets, content.kind), own(samples, content.kind)]
  if (!definition || !sample) return undefined
  return composed(input, definition, sample, content.fields) ?? composed(input, definition, sample, lent(content, definition, sample))
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function composed(input: SampleInput, definition: WidgetDefinition, sample: Sample, fields: Content['fields']): WidgetView | undefined {
  // A draft may lack what the kind must have.
  if (!areFieldsOf(definition.fields, fields)) return undefined
  const { content, locale, brand, media, mediaUrl } = input
  const now = new Date(sample.now)
  const widget = composeWidget({
    content: { ...content, fields },
    outcomes: outcomesAt(now, sample, needsOf(definition, fields)),
    brand,
    release: { number: 0, createdAt: sample.now },
    format: createFormat(locale, brand.timeZone, () => now),
    now,
    lineId: sample.lineId ?? anyLine,
    media,
    mediaUrl,
    siblings: () => [content],
  })
  return isLeftOut(widget) || widget.state !== 'READY' ? undefined : widget
}

/** Golden cases that need no line name none, but a content of the same kind may. */
const anyLine = Object.values(samples).find(({ lineId }) => lineId !== undefined)?.lineId

/** The sample's answers. What a content needs hangs on its choices: what is then missing is another kind's customer's. */
function outcomesAt(now: Date, { data }: Sample, needs: readonly ReadMethodName[]): Outcomes {
  const missing = needs.filter((need) => !Object.hasOwn(data, need))
  const others = missing.map((need): [string, unknown] => [
    need,
    Object.values(samples).find((sample) => Object.hasOwn(sample.data, need))?.data[need],
  ])
  const fresh = (source: string, value: unknown): Outcome => ({
    status: 'ok',
    value,
    isStale: false,
    source,
    fetchedAt: new Date(now.getTime() - 20_000),
    staleAfter: new Date(now.getTime() + 40_000),
    expiresAt: new Date(now.getTime() + 3_600_000),
  })
  return Object.fromEntries([...Object.entries(data), ...others].map(([name, value]) => [name, fresh(name, value)])) as Outcomes
}

/** What is the content's own whatever the customer has. */
const words: ReadonlySet<Field['input'] | undefined> = new Set(['text', 'textarea', 'richText', 'media', 'link', 'icon'])

/** The content's words and images, with the sample's choices. */
function lent({ fields }: Content, { fields: inputs }: WidgetDefinition, sample: Sample): Content['fields'] {
  const kept = Object.entries(fields).filter(([name]) => words.has(inputs[name]?.input))
  // Its images are not at hand here.
  const borrowed = Object.entries(sample.content.fields).filter(([name]) => inputs[name]?.input !== 'media')
  return Object.fromEntries([...borrowed, ...kept])
}
