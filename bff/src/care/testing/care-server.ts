import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClientError } from '../../client-error.ts'
import { startServer, type TestServer } from '../../http/testing/server.ts'
import type { TlsSettings } from '../../http/tls-settings.ts'
import { createLog } from '../../log.ts'
import { createMetrics, type Metrics } from '../../metrics.ts'
import type { CareDependencies, Feed, Staff } from '../contract.ts'
import { createFeed } from '../feed.ts'
import { createCareSchema } from '../graphql/schema.ts'
import { createCareGraphql } from '../serve-care-graphql.ts'

/** The desk's GraphQL by itself, with the people and the moment the test likes. */
export type CareServer = {
  server: TestServer
  url: string
  feed: Feed
  metrics: Metrics
  /** By token; one that is taken out is good no more. */
  people: Map<string, Staff>
  /** How many requests the handler has not finished with. */
  running(): number
  /** Ends the streams, as a server does that closes. */
  endStreams(): void
  close(): Promise<void>
}

type Options = {
  tls?: TlsSettings
  maxStreams?: number
  /** Without it only `documents` are answered. */
  areOtherDocumentsAllowed?: boolean
  documents?: Readonly<Record<string, string>>
}

export async function startCareServer({
  tls,
  maxStreams = 10,
  areOtherDocumentsAllowed = true,
  documents = {},
}: Options = {}): Promise<CareServer> {
  const documentsDir = await mkdtemp(join(tmpdir(), 'mosaic-care-'))
  for (const [name, text] of Object.entries(documents)) await writeFile(join(documentsDir, name), text)
  const log = createLog('silent')
  const metrics = createMetrics()
  const people = new Map<string, Staff>()
  const feed = createFeed({ log, now: Date.now })
  // What these questions need of all there is.
  const dependencies = {
    log,
    metrics,
    feed,
    now: Date.now,
    staff: { staffOf: (header) => staffOf(header, people) },
  } satisfies Partial<CareDependencies>
  const care = await createCareGraphql(createCareSchema(), dependencies as unknown as CareDependencies, {
    isProduction: false,
    documentsDir,
    areOtherDocumentsAllowed,
    maxStreams,
  })
  let running = 0
  const server = await startServer(
    (request, response) => {
      running++
      Promise.resolve(care.handler(request, response, new URL(request.url ?? '/', 'http://care.invalid')))
        .then((isTaken) => isTaken || response.writeHead(404).end())
        .catch(() => response.destroy())
        .finally(() => running--)
    },
    { ...(tls && { tls }) },
  )
  return {
    server,
    url: `${server.url}/care/graphql`,
    feed,
    metrics,
    people,
    running: () => running,
    endStreams: () => care.close(),
    async close() {
      care.close()
      feed.close()
      await server.close()
      await rm(documentsDir, { recursive: true, force: true })
    },
  }
}

function staffOf(header: string | undefined, people: CareServer['people']): Promise<Staff> {
  const staff = people.get(header?.replace('Bearer ', '') ?? '')
  if (staff) return Promise.resolve(staff)
  const fault = { expected: 'a token that is still valid', got: 'another', fix: 'Sign in and send the new access token' }
  return Promise.reject(new ClientError('UNAUTHENTICATED', 'Not signed in', fault))
}
