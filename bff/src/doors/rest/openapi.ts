import { isUnionType, type GraphQLSchema } from 'graphql'
import { OpenAPI } from 'sofa-api'
import type { Contract, Offered } from '../contract.ts'
import { topics } from '../operations.ts'
import { refusalCodes } from '../refusal.ts'
import { basePath } from './base-path.ts'

export type OpenApiDocument = ReturnType<ReturnType<typeof OpenAPI>['get']>
type Schema = { [keyword: string]: unknown }

/**
 * The REST door in OpenAPI 3. SOFA reads paths, inputs and types off the schema and the operations' documents; what it does not know is added: what
 * inputs are for, that a union has a name and its members tell theirs, how one signs in, and what is refused.
 */
export function createOpenApi({ schema, operations }: Contract): OpenApiDocument {
  const api = OpenAPI({
    schema,
    info: {
      title: 'Mosaic self-care',
      version: '1.0.0',
      description:
        'What the platform can do, for channels that do not speak GraphQL: the same customers, the same limits, the same answers. ' +
        'What is not known is left out of an answer: where a description says null, the field is not there. ' +
        'A system that does not answer is the state of one part, never an error of the whole.',
    },
    servers: [{ url: basePath }],
    security: [{ accessToken: [] }],
    tags: Object.entries(topics).map(([name, description]) => ({ name, description })),
    customScalars: { DateTime: { type: 'string', format: 'date-time' }, URL: { type: 'string', format: 'uri-reference' } },
  })
  for (const { parsed: document, path, isWrite, topic, description } of operations) {
    api.addRoute({ document, path, method: isWrite ? 'POST' : 'GET', tags: [topic], description })
  }
  const document = withNamedUnions(api.get(), schema)
  for (const operation of operations) complete(document, operation)
  return {
    ...document,
    openapi: '3.0.3',
    components: {
      schemas: { ...document.components?.schemas, Error: errorSchema },
      responses: Object.fromEntries(Object.entries(refusals).map(([status, description]) => [`Refused${status}`, refusedAs(description)])),
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The customer’s access token, from the operator’s identity provider.',
        },
      },
    },
  } as OpenApiDocument
}

const refusals = {
  400: 'An input cannot be used; the message names it.',
  401: 'The access token is missing, expired, or not for this service.',
  404: 'This customer has no such line or page.',
  503: 'Nobody can be served at the moment: try again.',
} as const

const errorSchema = {
  type: 'object',
  description: 'Why there is no answer.',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', description: `Stable, for code to branch on; may grow: ${refusalCodes.join(', ')}.` },
        message: { type: 'string', description: 'What was expected, what came, and how to mend it.' },
      },
    },
  },
}

function refusedAs(description: string) {
  return { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } }
}

/** SOFA writes a union out wherever it stands, and lets any member pass for any other. */
function withNamedUnions(document: OpenApiDocument, schema: GraphQLSchema): OpenApiDocument {
  const unions = Object.values(schema.getTypeMap()).filter(isUnionType)
  const refTo = (name: string) => `#/components/schemas/${name}`
  const membersOf = (union: (typeof unions)[number]) => union.getTypes().map(({ name }) => ({ $ref: refTo(name) }))
  const named = new Map(unions.map((union) => [JSON.stringify(membersOf(union)), refTo(union.name)]))
  const text = JSON.stringify(document, (_key, node: unknown) => {
    const $ref = isSchema(node) && 'oneOf' in node ? named.get(JSON.stringify(node['oneOf'])) : undefined
    return $ref ? { $ref } : node
  })
  const clean = JSON.parse(text) as OpenApiDocument
  const { Query: _query, Mutation: _mutation, ...schemas } = clean.components?.schemas ?? {}
  for (const union of unions) {
    const mapping = Object.fromEntries(union.getTypes().map(({ name }) => [name, refTo(name)]))
    Object.assign(schemas, {
      [union.name]: {
        description: union.description ?? '',
        oneOf: membersOf(union),
        discriminator: { propertyName: '__typename', mapping },
      },
    })
  }
  return { ...clean, components: { schemas } }
}

function isSchema(node: unknown): node is Schema {
  return typeof node === 'object' && node !== null
}

/** What SOFA leaves out of one operation: defaults, what is required in spite of them, what inputs are for, and refusals. */
function complete(document: OpenApiDocument, { path, isWrite, inputs, name }: Offered): void {
  const operation = document.paths[path]?.[isWrite ? 'post' : 'get']
  if (!operation) throw new TypeError(`${name} has no path in its contract`)
  const described = new Map(inputs.map((input) => [input.name, input]))
  for (const parameter of operation.parameters ?? []) {
    const input = 'name' in parameter ? described.get(parameter.name) : undefined
    if (!input || !('name' in parameter)) continue
    Object.assign(parameter, { description: input.description, required: input.isRequired })
    Object.assign(parameter.schema ?? {}, input.fallback !== undefined && { default: input.fallback })
  }
  const body = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody : undefined
  if (body) {
    body.required = true
    const schema = body.content['application/json']?.schema as { properties?: Record<string, Schema> } | undefined
    for (const [field, property] of Object.entries(schema?.properties ?? {})) property['description'] = described.get(field)?.description
    Object.assign(schema ?? {}, { additionalProperties: false })
  }
  operation.summary = operation.description ?? name
  delete operation.description
  for (const status of Object.keys(refusals)) operation.responses[status] = { $ref: `#/components/responses/Refused${status}` }
}
