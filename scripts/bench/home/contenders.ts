import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { documentId } from '../../../bff/src/graphql/trusted-documents.ts'
import { cacheDir, inRoot } from '../../lib/house.ts'
import { connects, freePorts } from '../../lib/ports.ts'
import { headersOf, type Bff } from '../bff.ts'
import { customerId } from '../home.ts'
import type { PeerStart } from './peers/compose.ts'
import type { PlainAnswer, PlainStart } from './peers/plain.ts'
import type { Stage } from './stage.ts'

/** A server of homes: its process, and the question as it takes it best. `isData`: it gives what a home is made of, not the home. */
export type Contender = { name: string; pid: number; url: string; body: string; isData?: true }
/** A whole answer, as it came. */
export type Answer = { status: number; headers: Record<string, string>; text: string }

const asked = { operationName: 'Home', variables: { formFactor: 'COMPACT' } }

/** What is asked: a trusted document, by its id in the three forms there are. */
export type HomeDocument = { text: string; byDocumentId: string; byApollosHash: object; byMercurius: string }

export function documentOf(file: string): HomeDocument {
  const text = readFileSync(file, 'utf8')
  const id = documentId(text)
  return {
    text,
    byDocumentId: JSON.stringify({ documentId: `sha256:${id}`, ...asked }),
    byApollosHash: { ...asked, extensions: { persistedQuery: { version: 1, sha256Hash: id } } },
    byMercurius: JSON.stringify({ persisted: true, query: id, ...asked }),
  }
}

/** As the web client asks. */
const usual = documentOf(inRoot('schemas', 'operations', 'web', '1.0', 'home.graphql'))

/** Their names in the tables. */
export const names = {
  bytes: 'node:http, same bytes',
  stringify: 'node:http + JSON.stringify',
  apollo: 'Apollo Server + RESTDataSource + Keyv',
  mercurius: 'mercurius, jit + async-cache-dedupe',
  yoga: 'tuned Yoga, jit + bentocache',
  hive: 'Hive Gateway + response cache, BSS data only',
  unplanned: 'mosaic, no plan (Yoga)',
  anew: 'mosaic, homes and tiles not kept',
  fromTiles: 'mosaic, homes composed from kept tiles',
  fromTilesOfMany: 'mosaic, from kept tiles, and kept',
  mosaic: 'mosaic',
} as const

export const mosaicOf = ({ url, pid }: Pick<Bff, 'url' | 'pid'>, name: string = names.mosaic, document = usual): Contender => ({
  name,
  url,
  pid,
  body: document.byDocumentId,
})

/** A server asked in a way that it has no plan for: by a text that is no trusted document, which Yoga executes. */
export const unplanned = (mosaic: Contender): Contender => ({
  ...mosaic,
  name: names.unplanned,
  body: JSON.stringify({ query: `${usual.text}\n`, ...asked }),
})

const peerNames = ['apollo', 'mercurius', 'yoga', 'hive'] as const
type PeerName = (typeof peerNames)[number]

/** The peers before the same back-ends, each a process, on the release that a BFF serves. */
export async function startPeers(
  { world, family, folder }: Stage,
  { place }: Bff,
  { wanted = peerNames, document = usual }: { wanted?: readonly PeerName[]; document?: HomeDocument } = {},
): Promise<Contender[]> {
  const token = await tokenOf(world)
  const contenders: Contender[] = []
  for (const key of wanted) {
    const [port] = (await freePorts(1)) as [number]
    const start: PeerStart & { token: string } = {
      port,
      brand: 'aurora',
      publishedDir: place.publishedDir,
      publicKeyFile: join(place.dataDir, 'signing', 'release.pub.pem'),
      issuer: world.issuer,
      bssUrl: world.url,
      question: document.text,
      token,
    }
    const { body, isData, teach } = peers[key](document)
    const server = await startServer({ family, folder }, `peers/${key}.ts`, start, { name: names[key], body })
    await teach?.(server, token)
    contenders.push({ ...server, ...(isData && { isData }) })
  }
  return contenders
}

/** The floors: servers that know the answers to these customers, and send one after the other, each with the headers it came with. */
export async function startFloors(stage: Stage, mosaic: Contender, tokens: readonly string[]): Promise<Contender[]> {
  const known: PlainAnswer[] = []
  for (const token of tokens) {
    const { text: answer, headers } = await ask(mosaic, token)
    const own = Object.entries(headers).filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name))
    known.push({ text: answer, headers: { ...Object.fromEntries(own), 'content-length': Buffer.byteLength(answer) } })
  }
  const answers = join(mkdtempSync(join(stage.folder, 'floors-')), 'answers.json')
  writeFileSync(answers, JSON.stringify(known))
  const floors: Contender[] = []
  for (const isStringified of [false, true]) {
    const [port] = (await freePorts(1)) as [number]
    const start: PlainStart = { port, answers, isStringified }
    const name = isStringified ? names.stringify : names.bytes
    floors.push(await startServer(stage, 'peers/plain.ts', start, { name, body: mosaic.body }))
  }
  return floors
}

/** Asks once, as the customer of a token; over node:http, whose headers are those that were sent. */
export function ask({ url, body }: Pick<Contender, 'url' | 'body'>, token: string): Promise<Answer> {
  const headers = { ...headersOf(body, ''), authorization: token }
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).once('error', reject)
      response.once('end', () => {
        const sent = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(sent) as Answer['headers'],
          text: Buffer.concat(chunks).toString('utf8'),
        })
      })
    })
    outgoing.once('timeout', () => outgoing.destroy(new Error(`${url} did not answer within 10 s`)))
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

/** The customer that measurements are about unless they say otherwise. */
export async function tokenOf(world: Stage['world']): Promise<string> {
  return (await world.tokensOf([customerId]))[0] ?? ''
}

type PeerQuestion = Pick<Contender, 'body' | 'isData'> & { teach?: (contender: Contender, token: string) => Promise<unknown> }

const peers: Readonly<Record<PeerName, (document: HomeDocument) => PeerQuestion>> = {
  apollo: ({ text, byApollosHash }) => ({
    body: JSON.stringify(byApollosHash),
    // It learns a document from the first who asks it by text and hash.
    teach: (contender, token) => ask({ ...contender, body: JSON.stringify({ query: text, ...byApollosHash }) }, token),
  }),
  mercurius: ({ byMercurius }) => ({ body: byMercurius }),
  yoga: ({ byDocumentId }) => ({ body: byDocumentId }),
  // Its own question: all that the back-ends say.
  hive: () => ({ body: JSON.stringify({ documentId: 'home' }), isData: true }),
}

async function startServer(
  { family, folder }: Pick<Stage, 'family' | 'folder'>,
  file: string,
  start: { port: number },
  { name, body }: Pick<Contender, 'name' | 'body'>,
): Promise<Contender> {
  const child = await family.start({
    name,
    command: process.execPath,
    args: [join(import.meta.dirname, file), JSON.stringify(start)],
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    log: join(cacheDir, 'logs', `bench-home-${file.replace('/', '-')}.log`),
    ready: () => connects(start.port),
    patience: 60,
  })
  return { name, pid: child.pid ?? 0, url: `http://127.0.0.1:${start.port}/graphql`, body }
}
