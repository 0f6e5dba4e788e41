import fc from 'fast-check'
import {
  execute,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  validateSchema,
  type GraphQLScalarType,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { widgets } from '../registry.ts'
import { schema, webDocument } from '../testing/execute.ts'
import type { WidgetView } from '../view-model.ts'
import { capabilitiesOf } from './capabilities.ts'
import { createSchemaBuilder, homeFragments, kindSchema } from './index.ts'
import { kindSchemas } from './registry.ts'

describe('the schema of all kinds', () => {
  test('is valid, and accepts the web client’s document', () => {
    expect(validateSchema(schema)).toEqual([])
    expect(validate(schema, webDocument)).toEqual([])
  })

  test('says what every type, field and value is for', () => {
    const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__') && name !== 'Query')
    const undescribed = own.flatMap((type) => {
      const fields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : []
      return [
        ...(type.description ? [] : [type.name]),
        ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`),
      ]
    })
    expect(undescribed).toEqual([])
  })

  test('has one type a kind, under the name its definition says', () => {
    expect(Object.keys(kindSchemas)).toEqual(Object.keys(widgets))
    expect(Object.keys(homeFragments)).toEqual(Object.keys(widgets))
    for (const [kind, { type, archetypes }] of Object.entries(widgets)) {
      const object = schema.getType(type)
      expect(isObjectType(object) && object.getInterfaces().map(({ name }) => name)).toEqual([...archetypes, 'Widget'])
      expect(isObjectType(object) && object.getFields()).toHaveProperty(kind)
    }
  })

  test('promises nothing of a kind: everything on a widget beside its envelope may be null', () => {
    const envelope = schema.getType('Widget')
    const promised = isInterfaceType(envelope) ? Object.keys(envelope.getFields()) : []
    for (const { type } of Object.values(widgets)) {
      const object = schema.getType(type)
      const extra = isObjectType(object) ? Object.values(object.getFields()).filter(({ name }) => !promised.includes(name)) : []
      expect(extra.filter((field) => String(field.type).endsWith('!'))).toEqual([])
      expect(extra.length).toBeGreaterThan(0)
    }
  })

  test('has no enum that could grow: a new value breaks apps already shipped', () => {
    const enums = Object.values(schema.getTypeMap()).filter((type) => 'getValues' in type && !type.name.startsWith('__'))
    expect(enums.map(({ name }) => name)).toEqual(['WidgetState'])
    expect(String(getNamedType(schema.getType('WidgetState')))).toBe('WidgetState')
  })
})

describe('a ninth kind', () => {
  const roaming = kindSchema(
    { kind: 'roaming', type: 'RoamingWidget', archetypes: ['BannerLike'] },
    {
      description: 'Where the phone works.',
      payload: (builder) => builder.objectRef<{ zone: string }>('Roaming').implement({ fields: (t) => ({ zone: t.exposeString('zone') }) }),
      fragment: 'fragment RoamingTile on RoamingWidget { roaming { zone } }',
    },
  )
  const builder = createSchemaBuilder({ ...kindSchemas, roaming })
  builder.queryType({
    fields: (t) => ({ widget: t.field({ type: 'Widget', resolve: (root) => (root as { widget: WidgetView }).widget }) }),
  })
  const grown = builder.toSchema()
  const banner = { headline: { value: 'Roaming', lang: 'it' }, overlay: 'none', actions: [] }
  const widget = { __typename: 'RoamingWidget', id: 'r', banner, roaming: { zone: 'UE' } }

  test('needs its own registration and nothing else', async () => {
    const document = parse(`{ widget { id ...RoamingTile } } ${roaming.fragment}`)
    expect((await execute({ schema: grown, document, rootValue: { widget } })).data).toEqual({
      widget: { id: 'r', roaming: { zone: 'UE' } },
    })
  })

  test('is drawn by an app that was shipped before it', async () => {
    const document = parse('{ widget { id ... on BannerLike { banner { headline { value } } } } }')
    const { data } = await execute({ schema: grown, document, rootValue: { widget } })
    expect(data).toEqual({ widget: { id: 'r', banner: { headline: { value: 'Roaming' } } } })
  })
})

describe('the scalars', () => {
  const ask = async (image: object) => {
    const widget = {
      __typename: 'BannerWidget',
      id: 'b',
      banner: { headline: { value: 'x', lang: 'it' }, overlay: 'none', actions: [], image },
    }
    const document = parse('{ widgets { id ... on BannerLike { banner { image { url } } } } }')
    return execute({ schema, document, rootValue: { widgets: [widget] } })
  }

  test.each(['/media/a.webp', 'https://cdn.example/a.webp', 'aurora://x'])('send an address: %s', async (url) => {
    expect((await ask({ url })).errors).toBeUndefined()
  })

  test.each(['//evil.example/a.webp', 'a.webp', '', 5])('refuse what is none, at the cost of its own field: %j', async (url) => {
    const { data, errors } = await ask({ url })
    expect(errors).toHaveLength(1)
    expect(data).toEqual({ widgets: [{ id: 'b', banner: { image: null } }] })
  })

  test('send instants that there are, however they are written, and no others', () => {
    const instants = schema.getType('DateTime') as GraphQLScalarType
    const isSent = (value: string) => {
      try {
        return instants.serialize(value) === value
      } catch {
        return false
      }
    }
    const number = (digits: number) => fc.nat({ max: 10 ** digits - 1 }).map((value) => String(value).padStart(digits, '0'))
    const seldom = fc.constantFrom('', 'Z', '+01:00', '.5Z', '.000z', '.0000Z', ' Z')
    const anyInstant = fc
      .tuple(
        number(4),
        number(2),
        number(2),
        number(2),
        number(2),
        number(2),
        fc.oneof(
          number(3).map((ms) => `.${ms}Z`),
          seldom,
        ),
      )
      .map(([year, month, day, hour, minute, second, rest]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${rest}`)
    fc.assert(
      fc.property(
        fc.oneof(
          anyInstant,
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        ),
        (text) => {
          const isWritten = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text)
          expect(isSent(text)).toBe(isWritten && !Number.isNaN(Date.parse(text)))
        },
      ),
      { numRuns: 20_000 },
    )
  })
})

test('a document says what its client can draw', () => {
  const document = parse(`
    query { widgets { ... on GaugeLike { gauge { ratio } } ... { id } ...Tile } }
    fragment Tile on BalanceWidget { balance { isLow } }`)
  expect([...capabilitiesOf(document)].sort()).toEqual(['BalanceWidget', 'GaugeLike'])
})
