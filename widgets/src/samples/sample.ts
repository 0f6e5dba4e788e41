import type { ReadMethodName } from '@mosaic/schemas/bss'
import type { Content, Media } from '@mosaic/schemas/release'

/** What of a kind's golden case makes a picture of any content of that kind: a customer, and the moment he looks. */
export type Sample = {
  content: Content
  data: { [Name in ReadMethodName]?: unknown }
  now: string
  lineId?: string
  media?: Media[]
}
