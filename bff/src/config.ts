import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MosaicError } from '@mosaic/schemas/errors'
import { fileSettings, type FileSettings } from './bss/connectors/file/settings.ts'
import { httpSettings, type HttpSettings } from './bss/connectors/http/settings.ts'
import { mongodbSettings, type MongodbSettings } from './bss/connectors/mongodb/settings.ts'
import { restSettings, type RestSettings } from './bss/connectors/rest/settings.ts'
import { sftpSettings, type SftpSettings } from './bss/connectors/sftp/settings.ts'
import { soapSettings, type SoapSettings } from './bss/connectors/soap/settings.ts'
import { sqlSettings, type SqlSettings } from './bss/connectors/sql/settings.ts'
import { redisSettings, type RedisSettings } from './bss/shared/redis/settings.ts'
import { sourceChoice, type SourceChoice } from './bss/sources.ts'
import { careSettings, type CareSettings } from './care/settings.ts'
import { createReader, type ConfigReader, type Environment } from './config-reader.ts'
import type { Meeting } from './processes/neighbours/contract.ts'
import { tlsSettings, type TlsSettings } from './http/tls-settings.ts'

/**
 * Everything about the BFF that an operator may set, read once from the environment at start. Durations are in milliseconds, sizes in bytes. One is
 * needed before this file is loaded: `COMPILE_CACHE_DIR`, see compile-cache.ts.
 */
export type Config = {
  /** Host and port to listen on; port 0 takes any free one. `BFF_HOST`, `BFF_PORT` */
  host: string
  port: number
  /**
   * Where this process listens as well, alone: a load balancer that sends each customer to the same process finds there what is kept of him. The first process at
   * `PROCESS_PORTS_FROM`, each other one after it; absent: nowhere
   */
  ownPort: number | undefined
  /** How many processes answer behind the port. `BFF_PROCESSES`; else one a core with `REDIS_URL`, and one without */
  processes: number
  /** Where the processes hand each other what is asked of each other's customers, unless each has its own port. Said by their supervisor: `PROCESS_FOLDER`, `PROCESS_PLACE` */
  meeting: Meeting | undefined
  /** How long idle connections stay open when a process ends, for what is on its way on them. `DRAIN_MS` */
  drainMs: number
  /** HTTP/2 and HTTP/1.1 over TLS instead of plain HTTP/1.1: see `http/tls-settings.ts`. */
  tls: TlsSettings | undefined
  /** How many connections a process has; what comes above is closed. `MAX_CONNECTIONS` */
  maxConnections: number
  /** How many requests a process answers at a time; what comes above is refused with 503. `MAX_REQUESTS` */
  maxRequests: number
  /** Where the CMS publishes, one folder a brand. `PUBLISHED_DIR` */
  publishedDir: string
  /** The SPKI PEM file releases are verified with. `RELEASE_PUBLIC_KEY_FILE`, else `<DATA_DIR>/signing/release.pub.pem` */
  releasePublicKeyFile: string
  /** How often `current.json` is looked at, beside file watching, which sees nothing on NFS. `POLL_MS` */
  pollMs: number
  identity: {
    /** The `iss` of the tokens and the base of OpenID discovery. `IDENTITY_ISSUER` */
    issuer: string
    /** The `aud` of the tokens. `IDENTITY_AUDIENCE` */
    audience: string
    /** The public client the web home signs in as. `IDENTITY_CLIENT_ID` */
    clientId: string
  }
  /** The operator's systems, by the connector that talks to them: see the `settings.ts` of each. */
  connectors: {
    http?: HttpSettings
    rest: RestSettings
    soap?: SoapSettings | undefined
    file?: FileSettings | undefined
    sftp?: SftpSettings | undefined
    sql?: SqlSettings | undefined
    mongodb?: MongodbSettings | undefined
  }
  /** Which connector each BSS method is asked over. `BSS_<METHOD>_CONNECTOR` */
  sources: SourceChoice
  /** What the instances share: Redis or Valkey; without it each works for itself. `REDIS_URL` and the others of `bss/shared/redis/settings.ts` */
  redis: RedisSettings | undefined
  /** How much BSS data each process keeps in memory. `BSS_CACHE_BYTES` */
  bssCacheBytes: number
  /** How much of customers' drawn tiles is kept in memory; 0 keeps none. `TILE_CACHE_BYTES` */
  tileCacheBytes: number
  /** How much of composed answers is kept in memory; 0 keeps none. `HOME_CACHE_BYTES` */
  homeCacheBytes: number
  /** How long cluster rules and triggers wait for the facts they ask about; what is late is unknown. `FACTS_DEADLINE_MS` */
  factsDeadlineMs: number
  /** The brand whose home is served at `/`; without it the first published one. `WEB_BRAND` */
  webBrand: string | undefined
  /** The built web home. `WEB_HOME_DIR` */
  webHomeDir: string
  /** The built gallery of widgets. `GALLERY_DIR` */
  galleryDir: string
  /** The care desk, and the links agents send. */
  care: CareSettings
  logLevel: LogLevel
  /** The documents of the shipped apps, by client and version. `TRUSTED_DOCUMENTS_DIR` */
  trustedDocumentsDir: string
  /** Whether other documents are answered too: `ARBITRARY_DOCUMENTS`, `allow` or `refuse`; in production refused unless it says otherwise. */
  areOtherDocumentsAllowed: boolean
  /** `NODE_ENV=production`: no introspection, no suggestions in validation errors. */
  isProduction: boolean
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Reads and checks the whole environment; throws one CONFIG_INVALID error that names every variable that is wrong. */
export function loadConfig(env: Environment): Config {
  const problems: string[] = []
  const read = createReader(env, problems)

  const isProduction = env['NODE_ENV'] === 'production'
  const dataDir = read.text('DATA_DIR', './data')
  const connectors = {
    http: httpSettings(read),
    rest: restSettings(read),
    soap: soapSettings(read),
    file: fileSettings(read),
    sftp: sftpSettings(read),
    sql: sqlSettings(read),
    mongodb: mongodbSettings(read),
  }
  const redis = redisSettings(read)
  const processes = countProcesses(read, redis !== undefined)
  const ownPort = ownPortOf(read, processes)
  const config: Config = {
    host: read.text('BFF_HOST', '127.0.0.1'),
    port: read.integer('BFF_PORT', 4000, 0, 65_535),
    ownPort,
    processes,
    meeting: meetingOf(read, processes, ownPort),
    drainMs: read.integer('DRAIN_MS', 2_000, 0, 9_000),
    tls: tlsSettings(read),
    maxConnections: read.integer('MAX_CONNECTIONS', 20_000, 1, 1_000_000),
    maxRequests: read.integer('MAX_REQUESTS', 4_000, 1, 100_000),
    publishedDir: read.text('PUBLISHED_DIR', './published'),
    releasePublicKeyFile: read.text('RELEASE_PUBLIC_KEY_FILE', `${dataDir}/signing/release.pub.pem`),
    pollMs: read.integer('POLL_MS', 1_000, 50, 60_000),
    identity: {
      issuer: read.url('IDENTITY_ISSUER', 'http://127.0.0.1:4010/idp').href.replace(/\/$/, ''),
      audience: read.text('IDENTITY_AUDIENCE', 'mosaic'),
      clientId: read.text('IDENTITY_CLIENT_ID', 'mosaic-web'),
    },
    connectors,
    sources: sourceChoice(read, connectors),
    redis,
    bssCacheBytes: read.integer('BSS_CACHE_BYTES', 128 * 1024 * 1024, 1024, 64 * 1024 ** 3),
    tileCacheBytes: read.integer('TILE_CACHE_BYTES', 256 * 1024 * 1024, 0, 64 * 1024 ** 3),
    homeCacheBytes: read.integer('HOME_CACHE_BYTES', 128 * 1024 * 1024, 0, 64 * 1024 ** 3),
    factsDeadlineMs: read.integer('FACTS_DEADLINE_MS', 1_500, 50, 30_000),
    webBrand: read.optional('WEB_BRAND', /^[a-z0-9][a-z0-9-]{0,63}$/, 'the id of a brand, like aurora'),
    webHomeDir: read.text('WEB_HOME_DIR', fileURLToPath(new URL('../web/home/dist', import.meta.url))),
    galleryDir: read.text('GALLERY_DIR', fileURLToPath(new URL('../web/gallery/dist', import.meta.url))),
    care: careSettings(read, dataDir),
    logLevel: read.oneOf('LOG_LEVEL', 'info', logLevels),
    trustedDocumentsDir: read.text('TRUSTED_DOCUMENTS_DIR', fileURLToPath(new URL('../../schemas/operations', import.meta.url))),
    areOtherDocumentsAllowed: read.oneOf('ARBITRARY_DOCUMENTS', isProduction ? 'refuse' : 'allow', ['allow', 'refuse']) === 'allow',
    isProduction,
  }

  if (problems.length > 0) {
    throw new MosaicError('CONFIG_INVALID', 'The BFF cannot start', {
      expected: 'every environment variable as bff/src/config.ts describes it',
      got: `${problems.length} that ${problems.length === 1 ? 'is' : 'are'} not:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n`,
      fix: 'Correct or unset them and start again',
    })
  }
  return config
}

/** Several processes that share nothing would tell a customer two truths: the one that took his top-up forgets the old balance, the others do not. */
function countProcesses(read: ConfigReader, isShared: boolean): number {
  const processes = read.integer('BFF_PROCESSES', isShared ? availableParallelism() : 1, 1, 1_024)
  if (processes === 1 || isShared) return processes
  read.problem(
    'BFF_PROCESSES',
    '1 without REDIS_URL',
    String(processes),
    'Set REDIS_URL to what the processes share, or unset BFF_PROCESSES',
  )
  return 1
}

/** Which of the processes this one is, from 0, its supervisor says: one that takes another's place has its port. */
function ownPortOf(read: ConfigReader, processes: number): number | undefined {
  const from = read.integer('PROCESS_PORTS_FROM', 0, 0, 65_536 - processes)
  return from === 0 ? undefined : from + placeIn(read, processes)
}

/** Where each has a port of its own, the load balancer keeps each customer to his process. */
function meetingOf(read: ConfigReader, places: number, ownPort: number | undefined): Meeting | undefined {
  const folder = read.text('PROCESS_FOLDER', '')
  return folder === '' || ownPort !== undefined ? undefined : { folder, place: placeIn(read, places), places }
}

function placeIn(read: ConfigReader, processes: number): number {
  return read.integer('PROCESS_PLACE', 0, 0, processes - 1)
}
