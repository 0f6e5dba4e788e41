import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Placement, Surface } from '@mosaic/schemas/release'
import { changedPaths } from './paths.ts'

/** What became of the widgets of a page: which came, went, moved, grew. */
export function surfaceDetails(was: Surface, is: Surface, name: (content: string) => string): TwoLanguages[] {
  const [old, now] = [placedIn(was), placedIn(is)]
  const details: TwoLanguages[] = []
  for (const content of now.keys())
    if (!old.has(content)) details.push({ it: `aggiunto «${name(content)}»`, en: `"${name(content)}" added` })
  for (const content of old.keys())
    if (!now.has(content)) details.push({ it: `tolto «${name(content)}»`, en: `"${name(content)}" removed` })

  const isMoved = movedOf([...old.keys()].filter((content) => now.has(content)), [...now.keys()].filter((content) => old.has(content))) // prettier-ignore
  for (const [content, { section, placement }] of now) {
    const earlier = old.get(content)
    if (!earlier) continue
    if (isMoved.has(content) || earlier.section !== section)
      details.push({ it: `spostato «${name(content)}»`, en: `"${name(content)}" moved` })
    if (changedPaths(earlier.placement, placement).length > 0)
      details.push({ it: `ridimensionato «${name(content)}»`, en: `"${name(content)}" resized` })
  }

  const shape = ({ sections }: Surface) => sections.map((section) => ({ ...section, placements: undefined }))
  if (changedPaths(shape(was), shape(is)).length > 0) details.push({ it: 'cambiano le sezioni', en: 'the sections change' })
  return details
}

type Placed = Map<string, { section: string; placement: Placement }>

function placedIn({ sections }: Surface): Placed {
  return new Map(
    sections.flatMap(({ id, placements }) => placements.map((placement) => [placement.content, { section: id, placement }] as const)),
  )
}

/** Those that are not part of the longest run both orders share: moving one widget is told as one move, not as many. */
function movedOf(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i]![j] = before[i] === after[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const moved = new Set(after)
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) {
      moved.delete(after[j]!)
      i++
      j++
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return moved
}
