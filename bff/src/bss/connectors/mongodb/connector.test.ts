import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ferretdb } from '../../../testing/servers/ferretdb.ts'
import { describeWithDatabase } from '../../../testing/with-database.ts'
import { startWire } from '../../../testing/wire.ts'
import type { Counterpart } from '../testing/counterpart.ts'
import { describeConnector } from '../testing/suite.ts'
import { createMongodbConnector } from './connector.ts'

describeWithDatabase(ferretdb, 'mongodb', (running) => {
  let client: MongoClient
  const probes = () => client.db().collection('mosaic_probe')
  beforeAll(async () => {
    client = new MongoClient(running().url)
    await probes().insertOne({ probe: 'P-1', name: 'whole' })
  })
  afterAll(() => client.close())

  async function start(): Promise<Counterpart> {
    const wire = await startWire({ port: running().port })
    return {
      connector: createMongodbConnector({ url: running().url.replace(String(running().port), String(wire.port)) }),
      ask: { collection: 'mosaic_probe', where: { probe: 'P-1' }, fields: ['name'] },
      hang: wire.hang,
      slow: wire.slow,
      down: wire.down,
      async up() {
        await probes().deleteMany({ name: { $ne: 'whole' } })
        await wire.up()
      },
      garbage: wire.garbage,
      async huge() {
        for (let number = 0; number < 6; number++) await probes().insertOne({ probe: 'P-1', name: 'x'.repeat(1024 * 1024) })
      },
      open: wire.open,
      hanging: wire.silent,
      async close() {
        await probes().deleteMany({ name: { $ne: 'whole' } })
        await wire.close()
      },
    }
  }

  describeConnector({ name: 'mongodb', start })

  test('a MongoDB that is down at the first question is found as soon as it is up, however long anybody waited for it', async () => {
    const { connector, ask, down, up, close } = await start()
    await down()
    // Given up before the driver does, told by the driver, and after it.
    for (const timeoutMs of [50, 3_000, 50]) await expect(connector.send(ask, { timeoutMs })).rejects.toThrow('mosaic_probe')
    await up()
    await vi.waitFor(async () => expect(await connector.send(ask, { timeoutMs: 1_000 })).toHaveLength(1), { timeout: 20_000, interval: 20 })
    await connector.close()
    await close()
  })
})
