/**
 * The whole system for the end-to-end tests: on free ports, in folders of its own that are deleted at the end. Playwright starts it, waits for
 * the line that names the addresses, and stops it with a signal.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { care, cmsAdmin, gallery, webHome } from './lib/builds.ts'
import { createFamily, stopOnSignal } from './lib/family.ts'
import { cacheDir } from './lib/house.ts'
import { ensure } from './lib/inputs.ts'
import { freeSystemPorts } from './lib/ports.ts'
import { main } from './lib/steps.mjs'
import { startSystem } from './lib/system.ts'

const family = createFamily()
const folder = mkdtempSync(join(tmpdir(), 'mosaic-e2e-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
stopOnSignal(family, { stopping: 'stopping', stopped: 'stopped', exitCode: 0 })

await main(async () => {
  try {
    await ensure(webHome)
    await ensure(gallery)
    await ensure(care)
    await ensure(cmsAdmin)
    const place = { ports: await freeSystemPorts(), dataDir: join(folder, 'data'), publishedDir: join(folder, 'published') }
    const { cms, bff, simulator } = await startSystem(place, family, join(cacheDir, 'logs', 'e2e'))
    // playwright.config.ts waits for this very line.
    console.log(`system ready: cms=${cms} bff=${bff} simulator=${simulator} published=${place.publishedDir}`)
    await family.death
  } finally {
    await family.stop()
  }
})
