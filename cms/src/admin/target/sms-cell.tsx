import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { locales } from '@mosaic/schemas/text'
import { brandIds, readBrandDrafts } from '../../reader.ts'
import { sizeOfTemplate, segmentSeptets } from '@mosaic/schemas/sms'
import { originToMeasure } from '../../publisher/link-origin.ts'

/** Once a page, however many rows the list has: the sizes of each target's SMS in every language it is written in, by document. */
const readSizes = cache(async (payload: Payload) => {
  const sizes = new Map<string, { locale: string; septets: number; isFine: boolean }[]>()
  for (const brand of await brandIds(payload)) {
    const drafts = await readBrandDrafts(payload, brand)
    for (const { id, sms } of drafts?.body.targets ?? []) {
      const document = drafts?.origins.get(`targets/${id}`)?.id
      const written = locales.flatMap((locale) => {
        if (!sms[locale]) return []
        const { septets, isOneSegment } = sizeOfTemplate(sms[locale], originToMeasure(drafts?.body.brand.care))
        return [{ locale, septets, isFine: isOneSegment }]
      })
      sizes.set(String(document), written)
    }
  }
  return sizes
})

/** How much of one SMS a target takes, in each language: "it 150 · en 146". */
export async function SmsCell({ rowData, payload }: DefaultServerCellComponentProps) {
  // Payload draws the columns' cells in the form as well, where there is no row.
  if (!rowData) return null
  const sizes = (await readSizes(payload)).get(String(rowData.id)) ?? []
  if (sizes.length === 0) return <span>—</span>
  return (
    <span className="mosaic-sms-sizes">
      {sizes.map(({ locale, septets, isFine }) => (
        <span key={locale} data-over={!isFine}>
          {locale} {septets}/{segmentSeptets}
        </span>
      ))}
    </span>
  )
}
