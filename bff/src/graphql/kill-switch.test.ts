import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KillSwitch } from '@mosaic/schemas/release'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { releaseBody } from '../testing/release-body.ts'
import { startSystem, type Answer, type System } from '../testing/system.ts'
import { documentId } from './trusted-documents.ts'

/* What a switch that is published does to apps in use, whether a plan answers them or the executor. */

const { trustedDocumentsDir } = loadConfig({})
const customer = 'C-0014'
let system: System
let text: string
let token: string
let number = 1
beforeAll(async () => {
  text = await readFile(join(trustedDocumentsDir, 'ios', '1.5', 'home.graphql'), 'utf8')
  system = await startSystem({ env: { POLL_MS: '60000' } })
  token = await system.simulator.issueToken(customer)
  // Whom the BFF has never met is answered by the executor.
  await ask('plan', '1.0', 'web')
})
afterAll(() => system.close())
beforeEach(() => publish())

async function publish(...killSwitches: KillSwitch[]): Promise<void> {
  const body = releaseBody()
  await system.publish({ ...body, brand: { ...body.brand, killSwitches } }, { number: ++number })
  await system.bff.engine.check()
}

const ways = {
  plan: () => ({ documentId: `sha256:${documentId(text)}` }),
  // Another text is another question: nobody has planned it.
  executor: () => ({ query: `${text}# as a text` }),
}
type Way = keyof typeof ways

function ask(way: Way, version: string, platform: string): Promise<Response> {
  return fetch(`${system.bff.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-client-platform': platform,
      'x-client-version': version,
    },
    body: JSON.stringify({ ...ways[way](), variables: { formFactor: 'COMPACT' } }),
  })
}

/** The type of each tile by its content. */
async function types(way: Way, version: string, platform = 'ios'): Promise<Record<string, string>> {
  const planned = () => system.bff.metrics.homeAnswers.counter('plan').count + system.bff.metrics.homeAnswers.counter('kept').count
  const before = planned()
  const { data, errors } = (await (await ask(way, version, platform)).json()) as Answer['body']
  expect(errors).toBeUndefined()
  expect(planned() - before).toBe(way === 'plan' ? 1 : 0)
  return Object.fromEntries(data.mosaic.widgets.map(({ id, __typename }) => [id, __typename]))
}

describe.each<Way>(['plan', 'executor'])('by the %s', (way) => {
  test('a kind is off on its platform from a version until another, and all other tiles are what they were', async () => {
    const before = await types(way, '1.5.0')
    expect(before).toMatchObject({ counters: 'UsageWidget', 'big-data': 'OfferWidget' })
    await publish({ kind: 'usage', platform: 'ios', from: '1.5', until: '1.6' })
    expect(await types(way, '1.5.0')).toEqual({ ...before, counters: 'TextCardWidget' })
    expect(await types(way, '1.6')).toEqual(before)
    expect(await types(way, '1.4.9')).toEqual(before)
    expect(await types(way, '1.5.0', 'android')).toEqual(before)
  })

  test('it goes as its variant, unless that is off as well', async () => {
    await publish({ kind: 'offer', platform: 'ios' })
    expect(await types(way, '1.5.0')).toMatchObject({ 'big-data': 'BannerWidget', welcome: 'BannerWidget' })
    await publish({ kind: 'offer', platform: 'ios' }, { kind: 'banner', platform: 'ios' })
    expect(await types(way, '1.5.0')).toMatchObject({ 'big-data': 'TextCardWidget', welcome: 'TextCardWidget' })
  })

  test('a switch that is taken back gives the kind back', async () => {
    await publish({ kind: 'usage', platform: 'ios' })
    expect(await types(way, '1.5.0')).toMatchObject({ counters: 'TextCardWidget' })
    await publish()
    expect(await types(way, '1.5.0')).toMatchObject({ counters: 'UsageWidget' })
  })
})

test('what was drawn for one version is never given to another, though they ask the same', async () => {
  await publish({ kind: 'usage', platform: 'ios', from: '1.5' })
  for (let round = 0; round < 3; round++) {
    expect(await types('plan', '1.4')).toMatchObject({ counters: 'UsageWidget' })
    expect(await types('plan', '1.5')).toMatchObject({ counters: 'TextCardWidget' })
  }
})
