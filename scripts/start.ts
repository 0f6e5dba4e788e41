/** `npm start`: the whole system with demo data, ready to click. `npm start -- --reset` begins afresh; `-- --verbose` shows the programs' logs. */
import { rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { care, cmsAdmin, gallery, generated, webHome } from './lib/builds.ts'
import { createFamily, stopOnSignal } from './lib/family.ts'
import { cacheDir, placeFrom, root, type Place } from './lib/house.ts'
import { ensure } from './lib/inputs.ts'
import { requireFree } from './lib/ports.ts'
import { Trouble, bold, dim, duration, main } from './lib/steps.mjs'
import { startSystem } from './lib/system.ts'
import { welcome } from './lib/welcome.ts'

await main(async () => {
  const begun = Date.now()
  const { reset, verbose } = flags()
  const place = placeFrom(process.env)
  await requireFree(place.ports)
  const family = createFamily({ loud: verbose })
  stopOnSignal(family, { stopping: 'Stopping…', stopped: 'Everything has stopped.', exitCode: 0 })

  console.log(`${bold('Mosaic')}  ${dim('the first start takes some minutes, the next ones some seconds')}\n`)
  if (reset) wipe(place)
  try {
    for (const build of [generated, webHome, gallery, care, cmsAdmin]) await ensure(build)
    const addresses = await startSystem(place, family, join(cacheDir, 'logs'))
    console.log(`\n${welcome(addresses)}`)
    console.log(
      `  ${dim(`Ready after ${duration(Date.now() - begun)}. Ctrl-C stops everything. Logs: .cache/logs (or: npm start -- --verbose)`)}`,
    )
    await family.death
  } finally {
    await family.stop()
  }
})

function flags(): { reset: boolean; verbose: boolean } {
  const options = { reset: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error), 'Known: npm start -- --reset, npm start -- --verbose')
  }
}

/** Only what the house itself wrote: a database given by DATABASE_URL is not touched, nor a folder that may hold something else. */
function wipe({ dataDir, publishedDir }: Place): void {
  for (const folder of [dataDir, publishedDir]) {
    if (!folder.startsWith(join(root, sep)))
      throw new Trouble(`--reset does not delete ${folder}, which is outside the repository`, 'Delete it yourself, then: npm start')
  }
  console.log(
    `  --reset: deleting ${relative(root, dataDir)} (CMS database, uploads, signing keys) and ${relative(root, publishedDir)} (all releases).`,
  )
  console.log('  Whatever was edited is lost; the demo content is made anew.\n')
  for (const folder of [dataDir, publishedDir]) rmSync(folder, { recursive: true, force: true })
}
