import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMethodNames, type PolicyChanges } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { releaseBody } from '../../../testing/release-body.ts'
import { homeDocument, startSystem, type Answer, type System } from '../../../testing/system.ts'
import { documentId } from '../../trusted-documents.ts'

/** A BFF that trusts the documents of tests, at the moment a test says; its figures tell who has answered. */
export type PlannedSystem = {
  system: System
  /** Epoch milliseconds, by the BFF's clock. */
  now: number
  /** The release of tests under these policies; what they do not name lasts for hours. */
  publish(changes?: Record<string, PolicyChanges>): Promise<void>
  token(customer: string): Promise<string>
  /** Asks by POST, with the same token every time. */
  ask(customer: string, asked?: Asked): Promise<Answer>
  /** Asks, and says who has answered: `kept`, `plan`, `executor`. Throws when anything but a home comes. */
  by(customer: string, asked?: Asked): Promise<string>
  count(by: string): number
  close(): Promise<void>
}
/** A trusted document and its variables, or else a whole body. */
export type Asked = { text?: string; variables?: object; body?: object; headers?: Record<string, string> }

export const shortDocument =
  'query Short($line: ID) { me { id lines { id } } mosaic(line: $line) { line greeting { value lang } widgets { id } } }'
export const tinyDocument = '{ mosaic { id } }'
const dayMs = 24 * 3_600_000
const lasting = { t1Ms: 4 * 3_600_000, t2Ms: 8 * 3_600_000 }

export async function startPlannedSystem(env: Record<string, string> = {}): Promise<PlannedSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'mosaic-documents-'))
  const texts = [homeDocument, shortDocument, tinyDocument]
  for (const [index, text] of texts.entries()) await writeFile(join(folder, `${index}.graphql`), text)
  const bffNow = () => new Date(planned.now)
  const system = await startSystem({ body: bodyWith({}), bffNow, env: { TRUSTED_DOCUMENTS_DIR: folder, ...env } })
  const tokens = new Map<string, string>()
  let release = 1

  const planned: PlannedSystem = {
    system,
    // A noon: whatever customers have ends at midnight.
    now: Math.ceil(Date.now() / dayMs) * dayMs + dayMs / 2,
    async publish(changes = {}) {
      await system.publish(bodyWith(changes), { number: ++release })
      await system.bff.engine.check()
    },
    async token(customer) {
      const token = tokens.get(customer) ?? (await system.simulator.issueToken(customer))
      tokens.set(customer, token)
      return token
    },
    async ask(customer, { text = homeDocument, variables = {}, body, headers = {} } = {}) {
      const response = await fetch(`${system.bff.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await planned.token(customer)}`, ...headers },
        body: JSON.stringify(body ?? { documentId: `sha256:${documentId(text)}`, variables }),
      })
      const answer = await response.text()
      return { status: response.status, text: answer, body: JSON.parse(answer) as Answer['body'] }
    },
    async by(customer, asked) {
      const kinds = ['kept', 'plan', 'executor']
      const before = kinds.map(planned.count)
      const { status, body } = await planned.ask(customer, asked)
      if (status !== 200 || body.errors) throw new Error(`No home came: status ${status}, ${JSON.stringify(body.errors)}`)
      return kinds.filter((kind, index) => planned.count(kind) > (before[index] ?? 0)).join()
    },
    count: (by) => system.bff.metrics.homeAnswers.counter(by).count,
    async close() {
      await system.close()
      await rm(folder, { recursive: true })
    },
  }
  return planned
}

function bodyWith(changes: Record<string, PolicyChanges>): ReleaseBody {
  return releaseBody({ policies: { ...Object.fromEntries(readMethodNames.map((name) => [name, lasting])), ...changes } })
}
