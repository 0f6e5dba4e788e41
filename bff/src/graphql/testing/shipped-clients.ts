import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Content, ReleaseBody } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { readFixtures } from '@mosaic/widgets/fixtures'
import { capabilitiesOf } from '@mosaic/widgets/graphql'
import { buildSchema, execute, getOperationAST, parse, printSchema, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../config.ts'
import { careBody } from '../../hand-over/testing/care-body.ts'
import { content, surface } from '../../testing/release-body.ts'
import { startSystem, type System } from '../../testing/system.ts'
import { createSchema } from '../schema.ts'
import { documentId } from '../trusted-documents.ts'
import { help, helpEnvironment } from './help.ts'
import { notice, question, questions, tapsOf } from './taps.ts'

/** One document of one client. */
type Shipped = { client: string; file: string; id: string; document: DocumentNode; root: string }
type Tile = { [field: string]: unknown; __typename: string; id: string; state: string }
type Answered = { data?: Record<string, unknown> & { mosaic?: { widgets: (Tile | null)[] } }; errors?: unknown[] }

/** The simulator's named customers: one of each kind. */
const personas = Array.from({ length: 21 }, (_, index) => `C-${String(index + 1).padStart(4, '0')}`)
const { trustedDocumentsDir } = loadConfig({})
const documents = readDocuments()
export const clients = [...new Set(documents.map(({ client }) => client))]

/**
 * Asks a server everything that shipped apps ask, for every persona, over a page that has every kind.
 *
 * @param newKinds kinds that no app knows, which stand on the page as well
 */
export function describeShippedClients(server: string, newKinds: readonly string[]): void {
  let system: System
  let schema: GraphQLSchema
  beforeAll(async () => {
    system = await startSystem({ body: bodyWith(newKinds), env: helpEnvironment })
    schema = buildSchema(printSchema(createSchema()))
  })
  afterAll(() => system.close())

  const ask = async ({ client, id }: Shipped, customer: string, variables: object): Promise<Answered> => {
    const [platform = '', version = ''] = client.split('/')
    const response = await fetch(`${system.bff.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await system.simulator.issueToken(customer)}`,
        'x-client-platform': platform,
        'x-client-version': version,
      },
      body: JSON.stringify({ documentId: `sha256:${id}`, variables }),
    })
    return (await response.json()) as Answered
  }
  /** Reads an answer as the schema's own executor would give it: a field too many or too few, a wrong type or a missing promise makes another of it. */
  const expectToFit = async ({ document }: Shipped, variableValues: Record<string, unknown>, { data, errors }: Answered) => {
    expect(errors).toBeUndefined()
    const reread = await execute({ schema, document, variableValues, rootValue: data })
    expect(reread.errors).toBeUndefined()
    expect(JSON.parse(JSON.stringify(reread.data))).toEqual(data)
  }

  describe.each(documents)(`${server}: $client/$file`, (shipped) => {
    test('fits the schema', () => {
      expect(validate(schema, shipped.document)).toEqual([])
    })
  })

  describe.each(documents.filter(({ root }) => root === 'mosaic'))(`${server}: $client/$file`, (shipped) => {
    const capabilities = capabilitiesOf(shipped.document)

    test('is answered for every persona without an error, and no tile is empty', async () => {
      const seen = new Set<string>()
      for (const customer of personas) {
        const variables = { formFactor: 'COMPACT', ...(shipped.file === 'landing.graphql' && { surface: 'summer' }) }
        const answer = await ask(shipped, customer, variables)
        await expectToFit(shipped, variables, answer)
        const tiles = answer.data?.mosaic?.widgets ?? []
        expect(tiles.length).toBeGreaterThan(newKinds.length + 2)
        for (const tile of tiles) {
          expect([customer, tile, tile && whyEmpty(tile, capabilities)]).toEqual([customer, expect.anything(), undefined])
          seen.add(tile?.id ?? '')
        }
      }
      for (const kind of newKinds) expect([...seen]).toContain(idOf(kind))
    })
  })

  describe.each(documents.filter(({ root }) => Object.hasOwn(questions, root)))(`${server}: $client/$file`, (shipped) => {
    test('is answered without an error', async () => {
      const { customer, input } = questions[shipped.root] ?? { customer: '', input: {} }
      const answer = await ask(shipped, customer, input)
      await expectToFit(shipped, input, answer)
      expect(answer.data?.[shipped.root]).toMatchObject({ state: 'READY' })
    })
  })

  describe.each(documents.filter(({ root }) => Object.hasOwn(help, root)))(`${server}: $client/$file`, (shipped) => {
    test('is helped', async () => {
      const asked = await help[shipped.root]?.(system)
      if (!asked) throw new TypeError(`Expected ${shipped.root} in help.ts, got nothing`)
      const variables = onlyDeclared(shipped.document, asked.variables)
      const answer = await ask(shipped, asked.customer, variables)
      await expectToFit(shipped, variables, answer)
      expect(answer.data?.[shipped.root]).toEqual(asked.answer)
    })
  })

  const taps = documents.filter(({ root }) => root !== 'mosaic' && !Object.hasOwn(questions, root) && !Object.hasOwn(help, root))
  describe.each(taps)(`${server}: $client/$file`, (shipped) => {
    test('is done, and the tiles come back as this app draws them', async () => {
      // As it was in the morning: what another app has paid is still to be paid.
      system.simulator.reset()
      const tap = tapsOf(system.simulator)[shipped.root]
      if (!tap) throw new TypeError(`Expected a tap for ${shipped.root}, got none: add one to taps.ts, or to help.ts what changes no tile`)
      const idempotencyKey = `${server}-${shipped.client}-${shipped.root}`.replaceAll(/[^a-zA-Z0-9]/g, '-')
      const input = { ...tap.input, idempotencyKey }
      // Some apps send it as one value, some as several, one under another name.
      const all = { input, ...input, key: idempotencyKey, ids: ['banner', ...newKinds.map(idOf)] }
      const variables = onlyDeclared(shipped.document, all)
      const answer = await ask(shipped, tap.customer, variables)
      await expectToFit(shipped, variables, answer)
      expect(answer.data?.[shipped.root]).toMatchObject({
        status: expect.stringMatching(/^(completed|pending)$/),
        widgets: expect.arrayContaining([expect.objectContaining({ id: 'banner' })]),
      })
    })
  })
}

/** Why an app would draw nothing for a tile; `undefined` when it has something to draw. */
export function whyEmpty(tile: Tile, capabilities: ReadonlySet<string>): string | undefined {
  const { title, body } = tile['fallback'] as { title: string; body?: string | null }
  if (title.trim() === '') return 'a card without a title'
  if (tile.state === 'FAILED') return tile['issue'] ? undefined : 'failed, and does not say why'
  if (tile.__typename === 'TextCardWidget') return tile.state === 'UNSUPPORTED' && body !== '' ? undefined : 'no text on its card'
  if (capabilities.has(tile.__typename)) return undefined
  const faces = ['gauge', 'banner', 'list', 'actions'].filter((name) => hasSomething(tile[name]))
  return faces.length > 0 ? undefined : `of the unknown type ${tile.__typename}, without a face`
}

function hasSomething(face: unknown): boolean {
  if (Array.isArray(face)) return face.length > 0
  return typeof face === 'object' && face !== null && (!('items' in face) || hasSomething(face.items))
}

/** Each kind's usual content, as its own golden case has it, once on the home and once on a landing page. */
function bodyWith(newKinds: readonly string[]): ReleaseBody {
  const folder = join(import.meta.dirname, '..', '..', '..', '..', 'widgets', 'src')
  const usual = Object.keys(widgets)
    .filter((kind) => !newKinds.includes(kind))
    .map((kind): Content => {
      const ready = readFixtures(join(folder, kind)).find(({ file }) => file === 'ready.json')
      if (!ready) throw new TypeError(`Expected a golden case ready.json of ${kind}, got none`)
      const { trigger: _trigger, ...own } = ready.fixture.content
      return { ...own, id: idOf(kind) }
    })
  const closable = content(notice, 'alert', { subject: 'plain', headline: { it: 'Avviso', en: 'Notice' }, dismissible: true })
  const answer = (it: string) => ({ link: { label: { it }, deepLink: 'aurora://thanks', webUrl: '/thanks' } })
  const recorded = content(question, 'survey', { question: { it: 'È chiaro?' }, record: true, answers: [answer('Sì'), answer('No')] })
  const contents = [...usual, closable, recorded, ...newKinds.map((kind) => content(idOf(kind), kind))]
  const ids = contents.map(({ id }) => id)
  const { targets } = careBody()
  return careBody({
    targets: targets.map((target) => (target.content === undefined ? target : { ...target, content: idOf('banner') })),
    triggers: [],
    clusters: [{ id: 'everyone', name: 'Everyone', priority: 1, home: 'home-all' }],
    surfaces: [surface('home-all', ids), surface('summer', ids, 'landing')],
    contents,
  })
}

/** An id has no capitals. */
function idOf(kind: string): string {
  return kind.toLowerCase()
}

function readDocuments(): Shipped[] {
  const files = readdirSync(trustedDocumentsDir, { recursive: true }).map(String).filter((path) => path.endsWith('.graphql')).sort() // prettier-ignore
  return files.map((path) => {
    const text = readFileSync(join(trustedDocumentsDir, path), 'utf8')
    const document = parse(text)
    const fields = getOperationAST(document)?.selectionSet.selections ?? []
    const roots = fields.flatMap((field) => (field.kind === 'Field' ? [field.name.value] : []))
    const [platform = '', version = '', file = ''] = path.split('/')
    // A home asks who its customer is as well.
    return { client: `${platform}/${version}`, file, id: documentId(text), document, root: roots.find((name) => name !== 'me') ?? '' }
  })
}

function onlyDeclared(document: DocumentNode, variables: Record<string, unknown>): Record<string, unknown> {
  const names = getOperationAST(document)?.variableDefinitions?.map(({ variable }) => variable.name.value) ?? []
  return Object.fromEntries(names.filter((name) => name in variables).map((name) => [name, variables[name]]))
}
