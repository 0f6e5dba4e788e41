import type { ServerResponse } from 'node:http'
import { startBackEnd } from '../../../testing/back-end.ts'
import { startWire } from '../../../testing/wire.ts'
import { describeConnector } from '../testing/suite.ts'
import { createRestConnector } from './connector.ts'
import { apiNames, type RestSettings } from './settings.ts'

const ask = { api: 'account', path: 'billingAccount' } as const

/** A back-end behind a wire. */
async function startCounterpart() {
  const backEnd = await startBackEnd()
  const wire = await startWire({ port: Number(backEnd.apis.account.port) })
  const answers = backEnd.answer
  return {
    connector: createRestConnector(settingsFor(wire.port)),
    ask,
    hang: wire.hang,
    slow: wire.slow,
    down: wire.down,
    async up() {
      backEnd.answer = answers
      await wire.up()
    },
    garbage: () => void (backEnd.answer = (response) => response.end('<html>It works!</html>')),
    huge: () => void (backEnd.answer = sendForEver),
    open: wire.open,
    hanging: wire.silent,
    async close() {
      await wire.close()
      await backEnd.close()
    },
  }
}

describeConnector({ name: 'rest', start: startCounterpart })

function settingsFor(port: number): RestSettings {
  return Object.fromEntries(apiNames.map((api) => [api, new URL(`http://127.0.0.1:${port}/${api}`)])) as RestSettings
}

/** Blanks are fine JSON, so far. */
function sendForEver(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const blanks = Buffer.alloc(64 * 1024, ' ')
  const more = () => {
    while (!response.destroyed && response.write(blanks));
  }
  response.on('drain', more)
  more()
}
