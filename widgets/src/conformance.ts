import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { methods } from '@mosaic/schemas/bss'
import { formFactors, gridColumns } from '@mosaic/schemas/release'
import { locales } from '@mosaic/schemas/text'
import { isObjectType, parse, type FragmentDefinitionNode, type GraphQLObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { needsOf, wantsOf, type WidgetDefinition } from './definition.ts'
import { homeFragments } from './graphql/index.ts'
import { widgets } from './registry.ts'
import { schema } from './testing/execute.ts'
import { composeFixture, readFixtures, rewriteExpected } from './testing/fixture.ts'
import { envelopeFields, ownTypes } from './testing/inspect.ts'
import { testStates } from './testing/whatever-happens.ts'
import { testWants } from './testing/whatever-it-wants.ts'
import { testInputs } from './testing/whatever-it-is-fed.ts'
import { testClients } from './testing/whoever-asks.ts'

/**
 * What every kind must hold, run by its `widget.test.ts`:
 *
 *     describeWidget(widget, import.meta.dirname)
 *
 * The kind's folder must have `fixtures/ready.json`, a case in which everything is well. `UPDATE_FIXTURES=1 vitest run widgets` writes what
 * the composer makes of every fixture as what is expected: read the difference before keeping it, it is what the native apps will be held to.
 */
export function describeWidget(definition: WidgetDefinition, folder: string): void {
  const fixtures = readFixtures(folder)
  const ready = fixtures.find(({ file }) => file === 'ready.json')?.fixture
  if (!ready) throw new Error(`${folder}/fixtures/ready.json is missing: every kind has a case in which everything is well.`)
  const { fields } = ready.content
  const subject = { definition, ready, needs: needsOf(definition, fields), wants: wantsOf(definition, fields) }

  describe(`${definition.kind}: what a kind is made of`, () => testFolder(definition, folder))
  describe(`${definition.kind}: golden fixtures`, () => testFixtures(definition, folder, fixtures))
  describe(`${definition.kind}: whatever happens`, () => testStates(subject))
  describe(`${definition.kind}: whatever it wants and does not get`, () => testWants(subject, fixtures))
  describe(`${definition.kind}: whatever it is fed`, () => testInputs(subject))
  describe(`${definition.kind}: whoever asks`, () => testClients(subject))
}

/** The files of a kind that people write; each kind has all of them, and styles of its own if it wants. */
const handWritten = ['present.ts', 'schema.ts', 'view.tsx', 'widget.test.ts', 'widget.ts']

function testFolder(definition: WidgetDefinition, folder: string): void {
  const { kind, type } = definition

  test('has its five files and its fixtures, and is in the registries', () => {
    expect(basename(folder)).toBe(kind)
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'view.css')
        .sort(),
    ).toEqual(['fixtures', ...handWritten])
    expect(widgets[kind]).toBe(definition)
    expect(homeFragments[kind]).toBeDefined()
  })

  test('has names, descriptions and a fallback impact in words', () => {
    const words = [definition.label, definition.description, ...Object.values(definition.fields).map(({ label }) => label)]
    for (const texts of words) for (const locale of locales) expect(texts[locale].trim()).not.toBe('')
    expect(definition.fallbackImpact.split(' ').length).toBeGreaterThan(10)
    expect(type).toMatch(/^[A-Z][A-Za-z]*Widget$/)
  })

  test('fits every grid, and names only what exists', () => {
    for (const formFactor of formFactors) expect(definition.span[formFactor].columns).toBeLessThanOrEqual(gridColumns[formFactor])
    for (const method of [...definition.needs, ...(definition.wants ?? [])]) expect(methods[method]).not.toHaveProperty('isWrite')
    for (const variant of definition.variants ?? []) expect(widgets).toHaveProperty(variant.kind)
    expect(Object.keys(envelopeFields())).not.toContain(kind)
  })

  test('describes its GraphQL type and everything that is only its own', () => {
    const named = schema.getType(type)
    expect(isObjectType(named)).toBe(true)
    const undescribed = ownTypes(named as GraphQLObjectType).flatMap((own) => [
      ...(own.description ? [] : [own.name]),
      ...Object.values(own.getFields()).flatMap((field) => (field.description ? [] : [`${own.name}.${field.name}`])),
    ])
    expect(undescribed).toEqual([])
    const [fragment] = parse(homeFragments[kind] ?? '').definitions as [FragmentDefinitionNode]
    expect(fragment.typeCondition.name.value).toBe(type)
  })

  test('has a nullable payload, so that a broken one costs itself only', () => {
    const payload = (schema.getType(type) as GraphQLObjectType).getFields()[kind]
    expect(String(payload?.type)).not.toMatch(/!$/)
  })
}

function testFixtures(definition: WidgetDefinition, folder: string, fixtures: ReturnType<typeof readFixtures>): void {
  test.each(fixtures)('$file', async ({ file, fixture }) => {
    expect(fixture.content.kind).toBe(definition.kind)
    expect(checkContent(fixture.content)).toEqual([])
    if (process.env['UPDATE_FIXTURES']) await rewriteExpected(folder, file, fixture)
    else expect(composeFixture(fixture)).toEqual(fixture.expected)
  })
}
