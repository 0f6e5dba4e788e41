import { fittingKinds, type TargetKind } from '@mosaic/schemas/release'
import type { FilterOptionsProps, Where } from 'payload'
import { list, type Row } from '../../reader/rows.ts'

/** Only what stands on the chosen page, of a kind that shows what is to be opened: a choice of these cannot be a wrong one. */
export async function contentsThere({ data, req }: FilterOptionsProps): Promise<Where> {
  const { opens, onHome, surface, brand } = data as Record<string, unknown>
  const surfaceId = idOf(surface)
  if (onHome !== true && surfaceId === undefined) return nothing
  const brandId = idOf(brand)
  const common = { draft: true, depth: 0, pagination: false, req } as const
  const pages = await req.payload.find({
    collection: 'surfaces',
    ...common,
    where:
      onHome === true
        ? { type: { equals: 'home' }, ...(brandId !== undefined && { brand: { equals: brandId } }) }
        : { id: { equals: surfaceId } },
  })
  const placed = (pages.docs as unknown as Row[]).flatMap(({ sections }) =>
    list(sections).flatMap(({ placements }) => list(placements).flatMap(({ content }) => idOf(content) ?? [])),
  )
  const fitting = fittingKinds[opens as TargetKind]
  if (!fitting) return { id: { in: placed } }
  const contents = await req.payload.find({ collection: 'contents', ...common, where: { id: { in: placed } } })
  const kept = (contents.docs as unknown as Row[]).filter(({ widget }) => fitting.includes(String(list(widget)[0]?.blockType)))
  return { id: { in: kept.map(({ id }) => id) } }
}

const nothing: Where = { id: { in: [] } }

/** The id in a relation field, however deep it was read. */
function idOf(value: unknown): string | number | undefined {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}
