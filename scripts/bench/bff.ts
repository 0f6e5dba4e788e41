import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { documentId } from '../../bff/src/graphql/trusted-documents.ts'
import type { Simulator } from '../../bff/simulator/start.ts'
import { publish } from '../../cms/src/publisher/publish.ts'
import type { Family } from '../lib/family.ts'
import { cacheDir, inRoot, type Place } from '../lib/house.ts'
import { freeSystemPorts } from '../lib/ports.ts'
import { bffProgram, ensureKeys, environmentOf } from '../lib/system.ts'

const question = inRoot('schemas', 'operations', 'web', '1.0', 'home.graphql')

/** A real BFF in a process of its own, on a release of its own. */
export type Bff = { url: string; pid: number; place: Place; body: ReleaseBody }
/** One question for a home, as the web client asks it. */
export type HomeQuestion = { url: string; headers: Record<string, string>; body: string }
export type HomeAnswer = { data?: { mosaic?: { widgets: ({ state: string } | null)[] } } }

/** Publishes the body as release 1 and starts a BFF on it. `env` is what its environment has beside the usual. */
export async function startBff(
  label: string,
  folder: string,
  family: Family,
  simulator: Pick<Simulator, 'url'>,
  body: ReleaseBody,
  env: Record<string, string> = {},
): Promise<Bff> {
  const ports = { ...(await freeSystemPorts()), simulator: Number(new URL(simulator.url).port) }
  const place: Place = { ports, dataDir: join(folder, label, 'data'), publishedDir: join(folder, label, 'published') }
  ensureKeys(place)
  await publishInto(place, body)
  const child = await family.start(
    bffProgram(place, { ...environmentOf(place), LOG_LEVEL: 'error', ...env }, join(cacheDir, 'logs', `bench-${label}`)),
  )
  return { url: `http://127.0.0.1:${ports.bff}/graphql`, pid: child.pid ?? 0, place, body }
}

export async function publishInto({ dataDir, publishedDir }: Place, body: ReleaseBody): Promise<void> {
  const privateKey = readFileSync(join(dataDir, 'signing', 'release.key.pem'), 'utf8')
  await publish({ dir: publishedDir, body, media: new Map(), createdBy: 'bench', note: '', privateKey, now: new Date() })
}

/** By the id of the trusted document, or for servers that know none by its text. */
export function homeQuestion(url: string, token: string, named: 'id' | 'text' = 'id'): HomeQuestion {
  const text = readFileSync(question, 'utf8')
  const name = named === 'id' ? { documentId: `sha256:${documentId(text)}` } : { query: text }
  const body = JSON.stringify({ ...name, operationName: 'Home', variables: { formFactor: 'COMPACT' } })
  return { url, body, headers: headersOf(body, token) }
}

/** What the web client sends with a question. */
export function headersOf(body: string, token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    accept: 'application/json',
    'accept-language': 'it',
    'x-client-platform': 'web',
    'x-client-version': '1.0',
    'x-form-factor': 'compact',
  }
}
