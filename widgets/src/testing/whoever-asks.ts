import { expect, test } from 'vitest'
import { composeWidget } from '../compose.ts'
import type { WidgetDefinition } from '../definition.ts'
import { capabilitiesOf } from '../graphql/index.ts'
import { widgets } from '../registry.ts'
import type { WidgetView } from '../view-model.ts'
import { archetypeDocument, ask, oldestDocument, webDocument } from './execute.ts'
import { composeFixture, fixtureInput } from './fixture.ts'
import { widget, withoutNulls } from './inspect.ts'
import type { Subject } from './subject.ts'

/** Clients of every age, asking through a real GraphQL schema. */
export function testClients({ definition, ready }: Subject): void {
  const view = widget(composeFixture(ready))
  const neighbours = ['before', 'after'].map((id) => ({ ...view, id }))
  const [before, after] = neighbours as [WidgetView, WidgetView]

  test('a client that knows the kind gets all that its view draws', async () => {
    const { data, errors } = await ask(webDocument, [view])
    expect(errors).toBeUndefined()
    expect(withoutNulls(data?.widgets[0])).toEqual(view)
  })

  test('a client that knows its archetypes draws a face of it', async () => {
    const document = archetypeDocument(definition.archetypes)
    const known = widget(composeWidget({ ...fixtureInput(ready), capabilities: capabilitiesOf(document) }))
    const { data, errors } = await ask(document, [known])
    expect(errors).toBeUndefined()
    expect(known.state).toBe(definition.archetypes.length > 0 ? 'READY' : 'UNSUPPORTED')
    const faces = Object.values(data?.widgets[0] ?? {}).filter((value) => typeof value === 'object' && value !== null)
    expect(faces).toHaveLength(definition.archetypes.length + 1)
  })

  test('a client that knows neither gets a text card that says what the tile says', async () => {
    const card = widget(composeWidget({ ...fixtureInput(ready), capabilities: capabilitiesOf(oldestDocument) }))
    expect(card).toMatchObject({ __typename: 'TextCardWidget', kind: definition.kind, state: 'UNSUPPORTED', id: ready.content.id })
    const { data, errors } = await ask(oldestDocument, [card])
    expect(errors).toBeUndefined()
    expect(data?.widgets[0]).toMatchObject({ fallback: { title: view.title?.value, body: view.fallback.body } })
  })

  test('a client for which it is switched off gets a simpler form of it, though it knows the kind, and never its type', async () => {
    const off = new Set([definition.kind])
    const all = capabilitiesOf(webDocument)
    const simpler = widget(composeWidget({ ...fixtureInput(ready), capabilities: all, switchedOff: off }))
    const variant = definition.variants?.[0]?.kind
    expect(simpler.__typename).toBe(variant === undefined ? 'TextCardWidget' : widgets[variant]?.type)
    const { data, errors } = await ask(webDocument, [simpler])
    expect(errors).toBeUndefined()
    expect(data?.widgets[0]).toMatchObject({
      id: view.id,
      fallback: { title: expect.stringMatching(/./), body: expect.stringMatching(/./) },
    })
  })

  test('its variants are what their kind says they are', async () => {
    for (const { kind } of definition.variants ?? []) {
      const as = widgets[kind] as WidgetDefinition
      const variant = widget(composeWidget({ ...fixtureInput(ready), capabilities: new Set([as.type]) }))
      expect(variant).toMatchObject({ __typename: as.type, kind, state: 'READY', tracking: { variant: kind } })
      const { data, errors } = await ask(webDocument, [variant])
      expect(errors).toBeUndefined()
      expect(data?.widgets[0]?.[kind]).toBeTruthy()
    }
  })

  test('a payload that throws costs the payload; an envelope that throws costs the tile; never a neighbour', async () => {
    const brokenPayload = throwing(view, definition.kind)
    const brokenEnvelope = throwing(view, 'accessibility')
    const { data } = await ask(webDocument, [before, brokenPayload, brokenEnvelope, after])
    const [first, second, third, fourth] = data?.widgets ?? []
    expect(withoutNulls(first)).toEqual(before)
    expect(withoutNulls(fourth)).toEqual(after)
    expect(second).toMatchObject({ id: view.id, state: 'READY', [definition.kind]: null })
    expect(third).toBeNull()
  })
}

function throwing(view: WidgetView, field: string): WidgetView {
  return Object.defineProperty({ ...view }, field, {
    enumerable: true,
    get: () => {
      throw new Error('broken on purpose')
    },
  })
}
