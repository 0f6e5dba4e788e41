import { writeSync } from 'node:fs'
import { createLog } from '../../../log.ts'
import { createMetrics } from '../../../metrics.ts'
import { createStore } from '../../../store/create-store.ts'
import type { StoreSettings } from '../../../store/settings.ts'
import type { Contact } from '../../contract.ts'
import { createTalks } from '../talks.ts'

/* A process that is killed while the register of contacts keeps it waiting: it says what it has sent, and no answer ever comes. */

const [settings, sent, now] = [
  JSON.parse(process.argv[2] ?? '') as StoreSettings,
  JSON.parse(process.argv[3] ?? '') as Contact,
  Number(process.argv[4]),
]
const contact = { ...sent, startedAt: new Date(sent.startedAt), endedAt: new Date(sent.endedAt ?? now) }

const talks = createTalks({
  shelf: createStore(settings, { deadlineMs: 60_000 }),
  send: ({ input }) => {
    // At once and whole: what stands in a buffer dies with its process.
    writeSync(1, `${input.idempotencyKey}\n`)
    return new Promise(() => setInterval(() => undefined, 1_000))
  },
  now: () => now,
  log: createLog('silent'),
  metrics: createMetrics(),
})
await talks.write(contact)
