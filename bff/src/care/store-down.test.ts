import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chiara, startCareSystem, type CareSystem } from '../hand-over/testing/care-system.ts'
import { ferretdb } from '../testing/servers/ferretdb.ts'
import { describeWithDatabase } from '../testing/with-database.ts'
import { startWire, type Wire } from '../testing/wire.ts'

describeWithDatabase(ferretdb, 'the care desk on a server of its own that goes and comes', (running) => {
  let wire: Wire
  let system: CareSystem
  beforeAll(async () => {
    wire = await startWire({ port: running().port })
    await wire.down()
    // It starts all the same.
    system = await startCareSystem({ env: { MONGODB_URL: running().url.replace(String(running().port), String(wire.port)) } })
  })
  afterAll(async () => {
    await system.close()
    await wire.close()
  })

  const opening = `{ customer(id: "${chiara.customer}") { name } }`
  const prepared = async () =>
    (await system.askApp<{ handOvers: { id: string }[] }>(chiara.customer, '{ handOvers { id } }')).data?.handOvers
  const home = async () => (await system.ask(chiara.customer, '{ mosaic { widgets { state } } }')).body

  test('while it is down nothing is done that could not be registered, and no home knows', async () => {
    expect((await home()).errors).toBeUndefined()
    const order: string[] = []
    const [links, opened, times, sent] = await Promise.all([
      prepared().finally(() => order.push('the app was told')),
      system.askDesk('S-anna', opening).finally(() => order.push('the store gave up')),
      system.askApp(chiara.customer, '{ callBackTimes { startsAt } }'),
      system.sendLink().catch(String),
    ])
    expect([links, order]).toEqual([[], ['the app was told', 'the store gave up']])
    expect([opened.status, opened.data, opened.codes]).toEqual([503, { customer: null }, ['STORE_UNAVAILABLE']])
    expect(times.codes).toEqual(['STORE_UNAVAILABLE'])
    expect(sent).toContain('Nothing was sent')
    expect(system.simulator.texts.of(chiara.msisdn)).toEqual([])
    expect((await home()).errors).toBeUndefined()
  })

  test('as soon as it is up all is done, and kept there', async () => {
    await wire.up()
    await vi.waitFor(async () => expect((await system.askDesk('S-anna', opening)).data).toEqual({ customer: { name: chiara.name } }), {
      timeout: 20_000,
      interval: 50,
    })
    const { id } = await system.sendLink()
    expect(await prepared()).toEqual([{ id }])
    await wire.down()
    expect(await prepared()).toEqual([])
    expect((await system.askDesk('S-anna', opening)).codes).toEqual(['STORE_UNAVAILABLE'])
    await wire.up()
    await vi.waitFor(async () => expect(await prepared()).toEqual([{ id }]), { timeout: 20_000, interval: 50 })
  })
})
