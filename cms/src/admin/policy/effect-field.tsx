import type { Policies } from '@mosaic/schemas/release'
import type { Payload } from 'payload'
import { readConfig } from '../../config.ts'
import { liveRelease } from '../../publishing/live.ts'
import { EffectPanel } from './effect-panel.tsx'

/** The effect of a policy, beside its form; brings along what is live of each brand, to compare with. */
export async function EffectField({ payload }: { payload: Payload }) {
  const { docs } = await payload.find({ collection: 'brands', draft: true, depth: 0, pagination: false, select: { slug: true } })
  const live = await Promise.all(docs.map(async ({ id, slug }) => [String(id), await livePolicies(payload, slug)] as const))
  return <EffectPanel live={Object.fromEntries(live)} />
}

async function livePolicies(payload: Payload, brand: string | null | undefined): Promise<Policies | undefined> {
  if (!brand) return undefined
  try {
    return (await liveRelease(readConfig().publishedDir, brand))?.release.policies
  } catch (error) {
    // The Publish page says what is wrong with the release; the form works without it.
    payload.logger.warn({ msg: 'The live release cannot be compared with', err: error })
    return undefined
  }
}
