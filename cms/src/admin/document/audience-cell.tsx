import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { wordsFor } from '../words/words.ts'

/** Once a page, however many rows the list has. */
const readNames = cache(async (payload: Payload) => {
  const { docs } = await payload.find({ collection: 'triggers', draft: true, depth: 0, pagination: false, select: { name: true } })
  return new Map(docs.map(({ id, name }) => [String(id), name]))
})

/** Who a content or a cluster is for, in the list: its trigger, or everybody. */
export async function AudienceCell({ rowData, payload, i18n }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const trigger: unknown = rowData.trigger
  const id = typeof trigger === 'object' && trigger !== null && 'id' in trigger ? trigger.id : trigger
  if (typeof id !== 'string' && typeof id !== 'number') return <span className="mosaic-quiet">{wordsFor(i18n.language).everybody}</span>
  return <span>{(await readNames(payload)).get(String(id)) ?? '—'}</span>
}
