import { capabilitiesOf } from '@mosaic/widgets/graphql'
import fc from 'fast-check'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personaSpecs } from '../../simulator/personas.ts'
import { composeHome, type HomeDependencies } from '../home/compose-home.ts'
import { openStages, type Stages } from '../home/testing/stages.ts'
import type { HomeRequest } from '../home/visit.ts'
import { releases } from '../testing/one-truth/releases.ts'
import { all, content, releaseBody, rule, surface } from '../testing/release-body.ts'
import { homeDocument } from '../testing/system.ts'
import { whyOf, type Why } from './why.ts'

/* What an agent is told must be what the customer sees: reasons are asked beside homes, for everybody the simulator knows by name, on all devices. */

const seed = Number(process.env['WHY_SEED'] ?? Date.now() % 2 ** 31)
const releaseCount = 12
const personas = personaSpecs.map((_, index) => `C-${String(index + 1).padStart(4, '0')}`)
const devices: readonly HomeRequest['device'][] = [
  { platform: 'web', appVersion: '2.0.0', formFactor: 'compact', languages: undefined },
  { platform: 'web', appVersion: '2.0.0', formFactor: 'expanded', languages: undefined },
  { platform: 'ios', appVersion: '5.2', formFactor: 'medium', languages: undefined },
  { platform: 'android', appVersion: '1.0', formFactor: 'compact', languages: undefined },
]
const capabilities = capabilitiesOf(parse(homeDocument))

let stages: Stages
let dependencies: HomeDependencies
beforeAll(async () => {
  stages = await openStages({ body: releaseBody() })
  const { bss, log, metrics } = stages
  dependencies = { engine: { get: () => stages.release }, bss, factsDeadlineMs: 10_000, log, metrics }
})
afterAll(() => stages.close())

const requestOf = (customerId: string, part: Partial<HomeRequest> = {}): HomeRequest => ({
  session: stages.session(customerId),
  device: devices[0]!,
  surface: 'home',
  line: undefined,
  capabilities,
  now: new Date(stages.now),
  ...part,
})
const idsOf = (reasons: Why['tiles']) => reasons.map(({ content: { content } }) => content.id)
const sorted = (ids: readonly string[]) => ids.toSorted()

describe('the reasons are those of the home', () => {
  async function compare(request: HomeRequest): Promise<void> {
    const [home, why] = await Promise.all([outcome(composeHome(dependencies, request)), outcome(whyOf(dependencies, request))])
    if (typeof home === 'string' || typeof why === 'string') {
      // A landing page asks for no cluster: that there is none is no reason to show nothing.
      if (request.surface === 'home' || why !== 'NO_HOME') expect(why).toBe(home)
      return
    }
    const shown = home.widgets.flatMap((widget) => widget?.id ?? [])
    const broken = why.absent.filter(({ because }) => because === 'broken')
    expect(sorted(idsOf(why.tiles))).toEqual(sorted(shown))
    expect(home.widgets.length - shown.length).toBe(broken.length)
    const { contents } = request.surface === 'home' ? why.cluster.cluster.home : stages.release.surfaces.get(request.surface)!
    expect(sorted([...idsOf(why.tiles), ...idsOf(why.absent)])).toEqual(sorted(contents.map(({ content }) => content.id)))
    for (const { because, rule } of [...why.tiles, ...why.absent, why.cluster, ...why.passedOver]) {
      if (rule)
        expect({ because, outcome: rule.explanation.outcome }).toEqual({
          because,
          outcome: because === 'unknown' ? undefined : because !== 'false',
        })
    }
  }

  test('for every persona, on every device, of a small release', async () => {
    await stages.publish(releaseBody())
    for (const customerId of personas) for (const device of devices) await compare(requestOf(customerId, { device }))
    for (const customerId of personas) await compare(requestOf(customerId, { surface: 'summer' }))
  })

  test(`for every persona, on some device, of ${releaseCount} random releases (WHY_SEED=${seed})`, async () => {
    const day = Math.floor(stages.now / 86_400_000) * 86_400_000
    for (const body of fc.sample(releases(day), { seed, numRuns: releaseCount })) {
      await stages.publish(body)
      const surfaces = ['home', ...[...stages.release.surfaces.values()].filter(({ type }) => type === 'landing').map(({ id }) => id)]
      for (const [index, customerId] of personas.entries())
        await compare(requestOf(customerId, { device: devices[index % devices.length]!, surface: surfaces[index % surfaces.length]! }))
    }
  }, 60_000)
})

describe('each reason', () => {
  const [yesterday, tomorrow] = ['2026-11-21T00:00:00Z', '2026-11-23T00:00:00Z']
  const body = releaseBody({
    surfaces: [
      surface('home-low-credit', ['credit']),
      surface('home-postpaid', ['credit', 'welcome', 'early', 'late', 'prepaid-only', 'debt']),
      surface('home-everyone', ['welcome']),
    ],
    contents: [
      content('credit', 'balance'),
      content('welcome', 'banner', { headline: { it: 'Benvenuto' } }),
      { ...content('early', 'banner', { headline: { it: 'Presto' } }), validFrom: tomorrow },
      { ...content('late', 'banner', { headline: { it: 'Tardi' } }), validUntil: yesterday },
      { ...content('prepaid-only', 'banner', { headline: { it: 'Ricarica' } }), trigger: 'low-credit' },
      { ...content('debt', 'banner', { headline: { it: 'Paga' } }), trigger: 'in-debt' },
    ],
  })
  const because = ({ tiles, absent }: Why) =>
    Object.fromEntries([...tiles, ...absent].map(({ content: { content }, because }) => [content.id, because]))

  test('is told: shown to all, by its rule, too early, too late, not for him, and nothing to show', async () => {
    await stages.publish(body)
    const why = await whyOf(dependencies, requestOf('C-0001'))
    expect(because(why)).toEqual({
      credit: 'nothingToShow',
      welcome: 'always',
      early: 'notYet',
      late: 'over',
      'prepaid-only': 'false',
      debt: 'trigger',
    })
    expect(why.cluster).toMatchObject({ because: 'trigger', cluster: { id: 'postpaid' } })
    expect(why.passedOver).toMatchObject([{ because: 'false', cluster: { id: 'low-credit' } }])
  })

  test('what the systems do not say is not known, and shown to nobody', async () => {
    await stages.publish(body)
    stages.simulator.faults.set('account', { kind: 'error' })
    // Somebody of whom nothing is kept yet.
    const stranger = stages.simulator.customers.find(({ id, lines }) => !personas.includes(id) && lines[0]?.payment === 'postpaid')
    const why = await whyOf(dependencies, requestOf(stranger?.id ?? ''))
    stages.simulator.faults.clear()
    expect(because(why)).toMatchObject({ debt: 'unknown' })
    const reason = why.absent.find(({ content: { content } }) => content.id === 'debt')
    expect(reason?.rule?.explanation).toMatchObject({ outcome: undefined, rules: [{ field: 'account.isInDebt', actual: undefined }] })
  })

  test('of another cluster names the values that decided', async () => {
    await stages.publish(
      releaseBody({
        triggers: [{ id: 'low-credit', name: 'Low', rule: all(rule('lines.count', '>', 90)) }, ...releaseBody().triggers.slice(1)],
      }),
    )
    const { passedOver } = await whyOf(dependencies, requestOf('C-0001'))
    expect(passedOver[0]?.rule?.explanation).toMatchObject({ outcome: false, rules: [{ field: 'lines.count', expected: 90, actual: 1 }] })
  })
})

async function outcome<T>(answer: Promise<T>): Promise<T | string> {
  return answer.catch((error: { code?: string }) => error.code ?? 'OTHER')
}
