/** `node cms/src/seed/main.ts`: the demo brand, its people and its first release. Safe to run again. */
import { join } from 'node:path'
import { getPayload } from 'payload'
import { readConfig } from '../config.ts'
import config from '../payload.config.ts'
import { seedBody } from './body/index.ts'
import { renderSeedMedia } from './render-media.ts'
import { seed } from './seed.ts'

const payload = await getPayload({ config })
const { media, files } = await renderSeedMedia(join(readConfig().dataDir, 'seed-media'))
const { created, people, published } = await seed(payload, { body: { ...seedBody, media }, files })
console.log(
  `${created} documents and ${people} people made; ${published === undefined ? 'the live release stays' : `release ${published} is live`}`,
)
await payload.destroy()
process.exit(0)
