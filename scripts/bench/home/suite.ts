import { step } from '../../lib/steps.mjs'
import { homeOf } from '../home.ts'
import type { Row } from '../results.ts'
import { agree } from './agree.ts'
import { mosaicOf, startFloors, startPeers, tokenOf } from './contenders.ts'
import type { Field, Part } from './contract.ts'
import { coldStart } from './cold-start.ts'
import { composition } from './composition.ts'
import { costs } from './costs.ts'
import { writeDocs } from './docs.ts'
import { hot } from './hot.ts'
import { memory } from './memory.ts'
import { misses } from './misses.ts'
import { outage } from './outage.ts'
import { openStage, type Stage } from './stage.ts'
import { swaps } from './swaps.ts'

const tiles = 12
const parts: readonly Part[] = [hot, misses, composition, outage, costs, memory, swaps, coldStart]

/** A personalised home beside the servers that others would build it with: same schema, same back-ends, same answer. */
export async function home(): Promise<Row[]> {
  const stage = await step('Outside world', 'the simulator, in a process of its own', openStage)
  try {
    const field = await step('Servers', 'Mosaic, its peers and the floors, until all give the same answer', () => openField(stage))
    const rows: Row[] = []
    for (const { title, why, run } of parts) rows.push(...(await step(title, why, () => alone(field, run))))
    if (process.env['UPDATE_DOCS'] === '1') writeDocs(rows)
    return rows
  } finally {
    await stage.close()
  }
}

/** A part finds the field and nothing that another part has started. */
async function alone(field: Field, run: Part['run']): Promise<Row[]> {
  const stage = field.stage.apart()
  try {
    return await run({ ...field, stage })
  } finally {
    await stage.close()
  }
}

async function openField(stage: Stage): Promise<Field> {
  const bff = await stage.mosaic('home', homeOf(16, 'Banner', { tiles }))
  const mosaic = mosaicOf(bff)
  const peers = await startPeers(stage, bff)
  const token = await tokenOf(stage.world)
  await agree([mosaic, ...peers], token, tiles)
  const floors = await startFloors(stage, mosaic, [token])
  await agree([mosaic, ...floors], token, tiles)
  return { stage, bff, mosaic, peers, floors }
}
