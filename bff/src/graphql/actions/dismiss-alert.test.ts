import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dismissAlert } from '../../actions/dismiss-alert.ts'
import { content, releaseBody, surface } from '../../testing/release-body.ts'
import { startSystem, type System } from '../../testing/system.ts'
import { describeAction } from './testing/describe-action.ts'
import { listOf } from './testing/simulated.ts'

const notice = (id: string, fields: object) =>
  content(id, 'alert', { subject: 'plain', headline: { it: 'Lavori', en: 'Works' }, ...fields })
const standard = releaseBody()
const body = releaseBody({
  contents: [
    ...standard.contents,
    notice('works', { dismissible: true }),
    notice('more-works', { dismissible: true }),
    notice('lasting', {}),
  ],
  surfaces: [...standard.surfaces, surface('notices', ['works', 'more-works', 'lasting', 'welcome'], 'landing')],
})

describeAction({
  operation: 'dismissAlert',
  does: dismissAlert,
  write: 'dismissAlert',
  body,
  customer: 'C-0014',
  stranger: 'C-0009',
  // The notice is the same for both: each puts away his own.
  strangerIsTold: 'nothing',
  inputOf: () => ({ contentId: 'works' }),
  done: async (system, customer) => (await listOf(system, 'partyInteraction', `relatedParty.id=${customer}`)).length,
  isAsynchronous: false,
  refused: [
    [{ contentId: 'lasting' }, 'contentId'],
    [{ contentId: 'welcome' }, 'contentId'],
    [{ contentId: 'not there' }, 'contentId'],
  ],
})

describe('the page after a notice was put away', () => {
  let system: System
  beforeEach(async () => {
    system = await startSystem({ body })
  })
  afterEach(() => system.close())

  const shown = async (customer: string) =>
    (await system.ask(customer, '{ mosaic(surface: "notices") { widgets { id } } }')).body.data.mosaic.widgets.map(({ id }) => id)
  const dismiss = async (selection: string) => {
    const query = `mutation ($input: DismissAlertInput!) { dismissAlert(input: $input) { status ${selection} } }`
    const { body: answer } = await system.ask('C-0014', query, { input: { contentId: 'works', idempotencyKey: 'one-tap-0001' } })
    return { errors: answer.errors, result: (answer.data as unknown as { dismissAlert: Record<string, unknown> }).dismissAlert }
  }

  test('names it as removed, and gives the others as they are now; another customer sees it still', async () => {
    expect(await shown('C-0014')).toEqual(['works', 'more-works', 'lasting', 'welcome'])
    const ids = '(surface: "notices", ids: ["works", "more-works"])'
    const { result } = await dismiss(`widgets${ids} { id } removed${ids}`)
    expect(result).toEqual({ status: 'completed', widgets: [{ id: 'more-works' }], removed: ['works'] })
    expect(await shown('C-0014')).toEqual(['more-works', 'lasting', 'welcome'])
    expect(await shown('C-0009')).toContain('works')
  })

  test('is composed once, whatever is asked of it', async () => {
    const composed = async () =>
      (await system.bff.metrics.homeDuration.get()).values.find(({ metricName }) => metricName?.endsWith('_count'))?.value ?? 0
    const before = await composed()
    const ids = '(surface: "notices", ids: ["works"])'
    await dismiss(`widgets${ids} { id } all: widgets(surface: "notices") { id } removed${ids}`)
    expect((await composed()) - before).toBe(1)
  })

  test('that is not there costs nothing but itself', async () => {
    const { result, errors } = await dismiss(
      'widgets(surface: "nowhere", ids: ["works"]) { id } removed(surface: "nowhere", ids: ["works"])',
    )
    expect([result, errors]).toEqual([{ status: 'completed', widgets: [], removed: [] }, undefined])
  })
})
