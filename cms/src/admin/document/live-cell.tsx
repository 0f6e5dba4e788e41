import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { publishableBrands, releaseState } from '../../publishing/release-state.ts'
import { wordsFor } from '../words/words.ts'

/** Once a page, however many rows the list has. */
const readChanges = cache(async (payload: Payload) => {
  const states = await Promise.all((await publishableBrands(payload)).map((brand) => releaseState(payload, brand)))
  const changes = states.flatMap((state) => state?.changes ?? [])
  return { isAnythingLive: states.some((state) => state?.live), kinds: new Map(changes.map((change) => [change.href, change.kind])) }
})

/** How each document of a list stands against the live release. */
export async function LiveCell({ rowData, collectionSlug, payload, i18n }: DefaultServerCellComponentProps) {
  // Payload draws the columns' cells in the form as well, where there is no row.
  if (!rowData) return null
  const words = wordsFor(i18n.language)
  const { isAnythingLive, kinds } = await readChanges(payload)
  const kind = kinds.get(`/admin/collections/${collectionSlug}/${rowData.id}`)
  const isUnnamed = collectionSlug !== 'policies' && !rowData.slug
  const isNew = !isAnythingLive || kind === 'added' || isUnnamed
  return (
    <span className="mosaic-status" data-kind={isNew ? 'added' : (kind ?? 'live')}>
      {isNew ? words.notLive : kind ? words.changed : words.live}
    </span>
  )
}
