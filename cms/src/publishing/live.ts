import { stat } from 'node:fs/promises'
import { foldersOf, readLive, whenAbsent } from '../publisher/index.ts'

export type Live = NonNullable<Awaited<ReturnType<typeof readLive>>>

/** What is live, by brand, as long as the pointer on the disk stays the same: reading a release verifies every byte of it. */
const known = new Map<string, { stamp: string; live: Live | undefined }>()

/** The live release of a brand, verified whole once; `undefined` when nothing was ever published. */
export async function liveRelease(dir: string, brand: string): Promise<Live | undefined> {
  const pointer = await stat(foldersOf(dir, brand).current).catch(whenAbsent(undefined))
  const stamp = pointer ? `${pointer.ino}|${pointer.mtimeMs}|${pointer.size}` : 'none'
  const key = `${dir}|${brand}`
  const remembered = known.get(key)
  if (remembered?.stamp === stamp) return remembered.live
  const live = await readLive({ dir, brand })
  if (known.size > 100) known.clear()
  known.set(key, { stamp, live })
  return live
}
