import type { RestSettings } from '../connectors/rest/settings.ts'
import { openInstance, owed, scopeWith, untilUsed } from './instances.ts'

/* A process of its own with one instance of the data layer, told by its parent what to ask. Its argument is the JSON of `InstanceStart`. */

export type InstanceStart = { apis: Record<string, string>; redis: { url: string; deadlineMs: number } }
/** Asks for one customer's account as often as told, all at once. */
export type InstanceJob = { customerId: string; times: number; changes: Parameters<typeof scopeWith>[0] }
/** The different answers, each as JSON, and how long each caller waited, in milliseconds. */
export type InstanceReport = { answers: string[]; waits: number[] }

const start = JSON.parse(process.argv[2] ?? '') as InstanceStart
const apis = Object.fromEntries(Object.entries(start.apis).map(([name, url]) => [name, new URL(url)])) as RestSettings
const instance = openInstance({ backEnd: { apis }, redis: start.redis })
await untilUsed(instance)
process.send?.('ready')

process.on('message', (job: InstanceJob) => {
  const waits: number[] = []
  const one = async () => {
    const begun = performance.now()
    const answer = await owed(instance, scopeWith(job.changes, { customerId: job.customerId }))
    waits.push(performance.now() - begun)
    return JSON.stringify(answer)
  }
  void Promise.all(Array.from({ length: job.times }, one)).then((answers) => {
    process.send?.({ answers: [...new Set(answers)], waits } satisfies InstanceReport)
  })
})
