import type { MethodName } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { originKey } from '../reader.ts'

const lists = ['palettes', 'triggers', 'clusters', 'surfaces', 'contents', 'media', 'targets', 'menus', 'guides'] as const

/**
 * The drafts with some documents left out: each of those stays exactly as it is live, or stays away when it never was. Keys as in `origins`
 * (`contents/welcome-banner`).
 */
export function leaveOut(drafts: ReleaseBody, live: ReleaseBody | undefined, keys: ReadonlySet<string>): ReleaseBody {
  const body: ReleaseBody = { ...drafts, policies: { ...drafts.policies } }
  for (const list of lists) {
    const items: readonly { id: string }[] = drafts[list]
    Object.assign(body, { [list]: mergeList(list, items, live?.[list] ?? [], keys) })
  }
  if (live && keys.has(originKey('brands', drafts.brand.id))) body.brand = live.brand
  for (const key of keys) {
    if (!key.startsWith('policies/')) continue
    const method = key.slice('policies/'.length) as MethodName
    const before = live?.policies[method]
    if (before) body.policies[method] = before
    else delete body.policies[method]
  }
  return body
}

function mergeList<T extends { id: string }>(list: string, drafts: readonly T[], live: readonly T[], keys: ReadonlySet<string>): T[] {
  const waits = ({ id }: T) => keys.has(originKey(list, id))
  return [...drafts.filter((item) => !waits(item)), ...live.filter(waits)]
}
