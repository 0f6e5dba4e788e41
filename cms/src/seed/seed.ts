import type { Media, ReleaseBody } from '@mosaic/schemas/release'
import type { Payload } from 'payload'
import { readConfig } from '../config.ts'
import { liveRelease } from '../publishing/live.ts'
import { publishDrafts } from '../publishing/publish.ts'
import { checkSelection, readBrand } from '../publishing/release-state.ts'
import { writeBody } from './write-body.ts'
import { demoPeople } from './people.ts'

export type SeedInput = {
  body: ReleaseBody
  /** The file of each image, by its published name. */
  files: ReadonlyMap<string, string>
}

export type SeedOutcome = { created: number; people: number; published: number | undefined }

/**
 * Brings the demo brand and the demo people into the CMS, and publishes release 1 when nothing is live. What is there already, by its
 * identifier, is left as it is: an editor's work is never written over.
 */
export async function seed(payload: Payload, { body, files }: SeedInput): Promise<SeedOutcome> {
  const people = await seedPeople(payload)
  const created = await writeBody(payload, body, (media: Media) => files.get(media.file))
  const published = await publishFirst(payload, body.brand.id)
  return { created, people, published }
}

async function seedPeople(payload: Payload): Promise<number> {
  let created = 0
  for (const person of demoPeople) {
    const { totalDocs } = await payload.count({ collection: 'users', where: { email: { equals: person.email } } })
    if (totalDocs > 0) continue
    await payload.create({ collection: 'users', data: person })
    created++
  }
  return created
}

async function publishFirst(payload: Payload, brand: string): Promise<number | undefined> {
  if (await liveRelease(readConfig().publishedDir, brand)) return undefined
  const outcome = await publishDrafts(payload, { brand, leaveOut: [], note: 'Demo', by: { name: 'Mosaic', email: '' } })
  if (outcome.published) return outcome.number
  const view = await readBrand(payload, brand)
  const errors = (view ? checkSelection(view, new Set(), new Date()) : outcome.issues).filter((issue) => issue.severity === 'error')
  throw new Error(`The demo content cannot be published:\n${errors.map((issue) => `- ${issue.message.en}`).join('\n')}`)
}
