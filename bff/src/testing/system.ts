import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSigningKeys, type ReleaseBody } from '@mosaic/schemas/release'
import { operationDocument, widgetSelection } from '@mosaic/widgets/graphql'
import { startSimulator, type Simulator } from '../../simulator/start.ts'
import type { CertificateKind } from '../../simulator/tls/certificates.ts'
import { loadConfig, type Config } from '../config.ts'
import { createLog, type Logger } from '../log.ts'
import { startBff, type Bff } from '../server.ts'
import { publish, type Publication } from './publish.ts'
import { releaseBody } from './release-body.ts'

/** The whole path on real sockets and real files: simulator, published folder, BFF. */
export type System = {
  bff: Bff
  simulator: Simulator
  config: Config
  publishedDir: string
  privateKeyPem: string
  publish(body: ReleaseBody, publication: Publication): Promise<void>
  /** A GraphQL question of a customer, or of nobody. */
  ask(customerId: string | undefined, query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>
  /** A question of somebody at the care desk, by his account: `S-anna`, `S-sandro` …; or of nobody. */
  askDesk<Result = Record<string, unknown>>(
    staffId: string | undefined,
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<DeskAnswer<Result>>
  close(): Promise<void>
}

/** `data` as `homeDocument` asks for it; a test that expects none looks at `errors`. */
export type Answer = { status: number; text: string; body: { data: Data; errors?: { message: string; extensions?: { code?: string } }[] } }

export type DeskAnswer<Result> = {
  status: number
  text: string
  data: Result
  errors: { message: string; path?: string[]; extensions?: { code?: string } }[]
}

export type Data = {
  me: { id: string; name: string; lines: { id: string; label: string; msisdn: string; kind: string; device: string }[] }
  mosaic: {
    revision: string
    etag: string
    composedAt: string
    expiresAt: string
    line: string
    greeting: { value: string; lang: string }
    theme: Theme
    themes: Theme[]
    layout: { columns: number; sections: { placements: { widgetId: string }[] }[] }
    widgets: Tile[]
  }
  topUp: { status: string; message: { value: string }; widgets: { id: string; balance: { amount: { text: string } } }[] }
}

export type Theme = { id: string; palettes: { scheme: string; tokens: { name: string; hex: string }[] }[] }

export type Tile = {
  __typename: string
  id: string
  state: string
  issue: { code: string; message: string; retryable: boolean; retryAfterSeconds: number | null } | null
  fallback: { title: string; body: string | null }
  style: { themeId: string | null }
  freshness: { source: string; fetchedAt: string; staleAfter: string; expiresAt: string }
  banner?: { headline: { value: string } } | null
  usage?: unknown
}

export type SystemOptions = {
  body?: ReleaseBody
  /** Of the BFF; what depends on where the simulator listens is a function of it. */
  env?: Record<string, string> | ((simulator: Simulator) => Record<string, string>)
  /** The BFF's clock; the simulator keeps the real one. */
  bffNow?: () => Date
  /** Lets the BFF ask the back-ends over https, where they show such a certificate. */
  tls?: CertificateKind
  /** The BFF's log. @default nothing is written */
  log?: Logger
}

export async function startSystem({
  body = releaseBody(),
  env = {},
  bffNow,
  tls,
  log = createLog('silent'),
}: SystemOptions = {}): Promise<System> {
  const dir = await mkdtemp(join(tmpdir(), 'mosaic-bff-'))
  const publishedDir = join(dir, 'published')
  const { privateKeyPem, publicKeyPem } = createSigningKeys()
  const keyFile = join(dir, 'release.pub.pem')
  await writeFile(keyFile, publicKeyPem)
  await publish(publishedDir, body, privateKeyPem, { number: 1 })

  const simulator = await startSimulator({ port: 0, ...(tls && { tls }) })
  const caFile = join(dir, 'bss-ca.pem')
  if (simulator.tls) await writeFile(caFile, simulator.tls.ca)
  const config = loadConfig({
    BFF_PORT: '0',
    PUBLISHED_DIR: publishedDir,
    RELEASE_PUBLIC_KEY_FILE: keyFile,
    BSS_URL: simulator.tls?.url ?? simulator.url,
    ...(simulator.tls && { BSS_CA_FILE: caFile }),
    IDENTITY_ISSUER: simulator.issuer,
    STAFF_ISSUER: simulator.staffIssuer,
    STORE_FILE: join(dir, 'store.sqlite'),
    LOG_LEVEL: 'silent',
    POLL_MS: '100',
    DRAIN_MS: '0',
    ...(typeof env === 'function' ? env(simulator) : env),
  })
  const bff = await startBff(config, { log, ...(bffNow && { now: bffNow }) })

  return {
    bff,
    simulator,
    config,
    publishedDir,
    privateKeyPem,
    publish: (next, publication) => publish(publishedDir, next, privateKeyPem, publication),
    async ask(customerId, query, variables = {}, headers = {}) {
      const token = customerId === undefined ? undefined : await simulator.issueToken(customerId)
      const response = await fetch(`${bff.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-client-platform': 'web',
          ...(token && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      })
      const text = await response.text()
      return { status: response.status, text, body: JSON.parse(text) as Answer['body'] }
    },
    async askDesk<Result>(
      staffId: string | undefined,
      query: string,
      variables: Record<string, unknown> = {},
      headers: Record<string, string> = {},
    ) {
      const token = staffId === undefined ? undefined : await simulator.issueStaffToken(staffId)
      const response = await fetch(`${bff.url}/care/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
        body: JSON.stringify({ query, variables }),
      })
      const text = await response.text()
      const { data, errors = [] } = JSON.parse(text) as { data: Result; errors?: DeskAnswer<Result>['errors'] }
      return { status: response.status, text, data, errors }
    },
    async close() {
      await bff.close()
      await simulator.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Everything a client that draws all kinds asks of the home. */
export const homeDocument = operationDocument(`
  query Home($surface: String = "home", $line: ID, $formFactor: FormFactor = COMPACT) {
    me { id name lines { id label msisdn kind device } }
    mosaic(surface: $surface, line: $line) {
      id revision etag composedAt expiresAt line greeting { value lang }
      theme { id palettes { scheme tokens { name hex } } }
      themes { id palettes { scheme tokens { name hex } } }
      layout(formFactor: $formFactor) { columns sections { id title scroll placements { widgetId order columns rows } } }
      widgets { ${widgetSelection} }
    }
  }`)
