import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { publish } from '../../../cms/src/publisher/publish.ts'
import { seedBody } from '../../../cms/src/seed/body/index.ts'
import { renderSeedMedia } from '../../../cms/src/seed/render-media.ts'
import { root, type Place } from '../../lib/house.ts'
import { freeSystemPorts } from '../../lib/ports.ts'
import { bffProgram, ensureKeys, environmentOf } from '../../lib/system.ts'
import { median } from '../results.ts'
import type { Part } from './contract.ts'
import type { Stage } from './stage.ts'

const starts = 7
const patienceMs = 30_000

/** From the start of the program until it may be sent customers, with the demo release and nothing else going on. */
export const coldStart: Part = {
  title: 'Cold start',
  why: `${starts} starts with compiled code kept, and ${starts} without, each until it is ready`,
  async run({ stage }) {
    const place = await placeWithDemo(stage)
    const kept = join(stage.folder, 'compiled')
    const [usual, first]: [number[], number[]] = [[], []]
    // The very first leaves its compiled code to those after it.
    await startOnce(place, kept)
    for (let start = 0; start < starts; start++) {
      usual.push(await startOnce(place, kept))
      const fresh = join(stage.folder, `compiled-${start}`)
      first.push(await startOnce(place, fresh))
      rmSync(fresh, { recursive: true, force: true })
    }
    return [
      { case: 'cold start, demo release', metric: `median of ${starts}, until ready`, value: median(usual), unit: 'ms' },
      { case: 'cold start, demo release', metric: `slowest of ${starts}`, value: Math.max(...usual), unit: 'ms' },
      { case: 'cold start, nothing kept', metric: `median of ${starts}, until ready`, value: median(first), unit: 'ms' },
    ]
  },
}

/** Milliseconds until `/readyz` says 200. The program is ended as an operator ends it. */
async function startOnce(place: Place, compileCacheDir: string): Promise<number> {
  const env = { ...environmentOf(place), LOG_LEVEL: 'error', DRAIN_MS: '0', COMPILE_CACHE_DIR: compileCacheDir }
  const { command, args } = bffProgram(place, env, '')
  const begun = performance.now()
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  try {
    while (!(await isReady(place))) {
      if (child.exitCode !== null || performance.now() - begun > patienceMs) throw new Error('A BFF that was started did not get ready')
      await wait(5)
    }
    return performance.now() - begun
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function isReady({ ports }: Place): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${ports.bff}/readyz`, { signal: AbortSignal.timeout(1_000) })).ok
  } catch {
    return false
  }
}

async function placeWithDemo({ folder, world }: Stage): Promise<Place> {
  const at = join(folder, 'cold-start')
  const ports = { ...(await freeSystemPorts()), simulator: Number(new URL(world.url).port) }
  const place: Place = { ports, dataDir: join(at, 'data'), publishedDir: join(at, 'published') }
  mkdirSync(place.publishedDir, { recursive: true })
  ensureKeys(place)
  const { media, files } = await renderSeedMedia(join(at, 'media'))
  await publish({
    dir: place.publishedDir,
    body: { ...seedBody, media },
    media: files,
    createdBy: 'bench',
    note: '',
    privateKey: readFileSync(join(place.dataDir, 'signing', 'release.key.pem'), 'utf8'),
    now: new Date(),
  })
  return place
}
