import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { publish } from '../publish.ts'
import { smallBody } from './body.ts'

/*
 * A publisher in a process of its own: `publisher-child.ts <dir> <keyFile> <count>`. It says "ready", waits for a message, and then publishes
 * `count` times as fast as it can, sending the number of each release.
 */
const [dir = '', keyFile = '', count = '0'] = process.argv.slice(2)
const privateKey = readFileSync(keyFile, 'utf8')

process.once('message', () => void run())
// Node writes it at the end, and this process may be killed before.
flushCompileCache()
process.send?.('ready')

async function run(): Promise<void> {
  for (let turn = 0; turn < Number(count); turn++) {
    const body = smallBody(`Da ${process.pid}, giro ${turn}`)
    const { number } = await publish({ dir, body, media: new Map(), createdBy: String(process.pid), note: '', privateKey, now: new Date() })
    process.send?.(number)
  }
  process.disconnect?.()
}
