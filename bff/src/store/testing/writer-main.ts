import { writeSync } from 'node:fs'
import { createStore } from '../create-store.ts'
import type { StoreSettings } from '../settings.ts'

/* A process that is killed while it writes: it adds record after record, in a race with others of its kind, and says which additions it was told are its. */

const [settings, by] = [JSON.parse(process.argv[2] ?? '') as StoreSettings, process.argv[3] ?? '']
const shelf = createStore(settings, { deadlineMs: 60_000 })

for (let n = 0; ; n++) {
  const id = `n${String(n).padStart(6, '0')}`
  const isMine = await shelf.add('place', { id, at: new Date(n), keys: ['all'], body: { by } })
  // At once and whole: what stands in a buffer dies with its process.
  if (isMine) writeSync(1, `${id}\n`)
}
