import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { startSystem, type Answer, type System } from '../testing/system.ts'
import { documentId } from './trusted-documents.ts'

const { trustedDocumentsDir } = loadConfig({})
const customer = 'C-0014'
let system: System
let text = ''
let id = ''
beforeAll(async () => {
  text = await readFile(join(trustedDocumentsDir, 'web', '1.0', 'home.graphql'), 'utf8')
  id = documentId(text)
  system = await startSystem({ env: { NODE_ENV: 'production' } })
})
afterAll(() => system.close())

const variables = { formFactor: 'COMPACT' }
async function post(body: object): Promise<{ status: number; body: Answer['body'] }> {
  const response = await fetch(`${system.bff.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await system.simulator.issueToken(customer)}` },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}
const codeOf = ({ body }: { body: Answer['body'] }) => body.errors?.[0]?.extensions?.code

describe('in production', () => {
  test.each([
    ['GraphQL over HTTP', () => ({ documentId: `sha256:${id}`, variables })],
    ['Apollo', () => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } }, variables })],
    ['an app from before', () => ({ query: text, variables })],
  ])('a known document is asked for by its id, as %s writes it', async (_form, body) => {
    const answer = await post(body())
    expect(answer.body.errors).toBeUndefined()
    expect(answer.body.data.mosaic.widgets.map((widget) => widget.state)).not.toContain('UNSUPPORTED')
  })

  test('it is the same answer as that of its text, where texts are allowed', async () => {
    const free = await startSystem()
    const byText = await free.ask(customer, text, variables)
    await free.close()
    const byId = await post({ documentId: `sha256:${id}`, variables })
    // Two systems, two moments: what is asked is what is compared.
    const shape = ({ data }: Answer['body']) => [data.me, data.mosaic.layout, data.mosaic.widgets.map((widget) => Object.keys(widget))]
    expect(shape(byId.body)).toEqual(shape(byText.body))
  })

  test.each([
    ['an id that nobody knows', () => ({ documentId: `sha256:${'0'.repeat(64)}` }), 'DOCUMENT_NOT_FOUND'],
    ['a text', () => ({ query: '{ me { id } }' }), 'DOCUMENT_NOT_TRUSTED'],
    ['a known id and another text beside it', () => ({ query: '{ me { id } }', documentId: `sha256:${id}` }), 'DOCUMENT_NOT_TRUSTED'],
    ['nothing', () => ({ variables: {} }), 'DOCUMENT_ID_REQUIRED'],
    ['an id that is no text', () => ({ documentId: 7 }), 'DOCUMENT_ID_REQUIRED'],
    ['the name of something every object has', () => ({ documentId: 'sha256:__proto__' }), 'DOCUMENT_NOT_FOUND'],
  ])('%s is refused, and nobody is asked', async (_what, body, code) => {
    system.simulator.reset()
    const answer = await post(body())
    expect([answer.status, codeOf(answer)]).toEqual([400, code])
    expect(system.simulator.calls.of('lines').total).toBe(0)
  })
})

test('a document that the schema does not accept stops the start, with its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mosaic-documents-'))
  await cp(trustedDocumentsDir, folder, { recursive: true })
  await writeFile(join(folder, 'web', '1.0', 'old.graphql'), 'query Old { me { shoeSize } }')
  await expect(startSystem({ env: { TRUSTED_DOCUMENTS_DIR: folder } })).rejects.toThrow(/web\/1.0\/old.graphql cannot be served.*shoeSize/)
  await rm(folder, { recursive: true })
})
