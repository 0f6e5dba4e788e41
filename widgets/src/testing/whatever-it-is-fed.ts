import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeWidget, isLeftOut, type ComposeInput, type Outcomes } from '../compose.ts'
import type { WidgetView } from '../view-model.ts'
import { arbitraryOf, withBrokenLeaf } from './arbitrary.ts'
import { ask, webDocument } from './execute.ts'
import { answered, composeFixture, fixtureInput } from './fixture.ts'
import { envelopeFields, stringsOf, widget } from './inspect.ts'
import type { Subject } from './subject.ts'

/** Garbage, any lawful answer, long texts, right-to-left texts: a whole envelope, and neighbours that never notice. */
export function testInputs({ definition, ready, needs, wants }: Subject): void {
  const asked = [...needs, ...wants]
  const base = fixtureInput(ready)
  const withOutcomes = (outcomes: Outcomes): ComposeInput => ({ ...base, outcomes: { ...base.outcomes, ...outcomes } })
  const withValue = (method: ReadMethodName, value: unknown) => withOutcomes({ [method]: answered(method, value, false, base.now) })

  test('garbage: anything at all for an answer gives a whole envelope, and its neighbours never notice', async () => {
    for (const method of asked) {
      await fc.assert(
        fc.asyncProperty(fc.anything(), (value) => isWhole(withValue(method, value))),
        { numRuns: 60 },
      )
    }
  })

  test('garbage: an answer with one broken leaf', async () => {
    for (const method of asked) {
      const broken = withBrokenLeaf(ready.data[method])
      await fc.assert(
        fc.asyncProperty(broken, (value) => isWhole(withValue(method, value))),
        { numRuns: 60 },
      )
    }
  })

  test('any answer that keeps the contract', async () => {
    const answers = Object.fromEntries(asked.map((method) => [method, arbitraryOf(methods[method].result)]))
    await fc.assert(
      fc.asyncProperty(fc.record(answers), (values) => {
        const outcomes = Object.entries(values).map(([name, value]) => [name, answered(name as ReadMethodName, value, false, base.now)])
        return isWhole(withOutcomes(Object.fromEntries(outcomes) as Outcomes))
      }),
      { numRuns: 100 },
    )
  })

  test('garbage: published fields with one broken leaf', async () => {
    const broken = withBrokenLeaf(ready.content.fields) as fc.Arbitrary<ComposeInput['content']['fields']>
    await fc.assert(
      fc.asyncProperty(broken, (fields) => isWhole({ ...base, content: { ...base.content, fields } })),
      { numRuns: 60 },
    )
  })

  test('long text: is neither cut nor refused', () => {
    const long = 'Donaudampfschifffahrtsgesellschaft '.repeat(40)
    expectShown(long)
  })

  test('right-to-left text: arrives as it was written', () => {
    expectShown('رصيدك \u202Bالمتبقي\u202C ٪٥٠')
  })

  /** Puts a text in every place editors write, and looks for it in what clients get. */
  function expectShown(text: string): void {
    const localized = Object.keys(definition.fields).filter((name) => definition.fields[name]?.localized)
    const fields = { ...ready.content.fields, ...Object.fromEntries(localized.map((name) => [name, { it: text, en: text }])) }
    const view = widget(composeFixture({ ...ready, content: { ...ready.content, fields } }))
    expect(view.state).toBe('READY')
    expect(stringsOf(view)).toContain(text)
    expect(view.accessibility.label).toContain(text)
  }
}

/** Composes, then asks for the widget between two neighbours: the answer must have no hole and no error in an envelope. */
async function isWhole(input: ComposeInput): Promise<boolean> {
  const composed = composeWidget(input)
  if (isLeftOut(composed)) return /^[A-Z_]+$/.test(composed.reason)
  const { data, errors = [] } = await ask(webDocument, [plainCard, composed, plainCard])
  const [before, own, after] = data?.widgets ?? []
  const payloadOnly = errors.every(({ path = [] }) => path[1] === 1 && !Object.hasOwn(envelopeFields(), String(path[2])))
  const untouched = JSON.stringify(before) === JSON.stringify(after) && before?.['id'] === plainCard.id
  return own !== null && own?.['fallback'] !== null && payloadOnly && untouched
}

const plainCard: WidgetView = {
  __typename: 'TextCardWidget',
  id: 'neighbour',
  kind: 'textCard',
  schemaVersion: 1,
  state: 'UNSUPPORTED',
  fallback: { title: 'Neighbour' },
  style: { tone: 'neutral', surfaceToken: 'surface', onSurfaceToken: 'onSurface' },
  freshness: {
    source: 'release',
    fetchedAt: '2026-11-20T09:00:00.000Z',
    staleAfter: '2026-11-21T09:00:00.000Z',
    expiresAt: '2026-11-21T09:00:00.000Z',
  },
  tracking: { impressionId: 'neighbour@7', visiblePercent: 50, visibleMs: 800, limit: 1 },
  accessibility: { label: 'Neighbour', liveRegion: false },
}
