import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { MosaicError, show } from '@mosaic/schemas/errors'

/** Everything configurable of the CMS. Each value comes from the environment variable named beside it. */
export type CmsConfig = {
  /** CMS_PORT @default 3000 */
  port: number
  /** CMS_ORIGINS: comma separated origins under which editors open the admin. @default 127.0.0.1 and localhost on CMS_PORT */
  origins: string[]
  /** DATA_DIR: what the CMS keeps for itself. @default ./data of the repository */
  dataDir: string
  /** PUBLISHED_DIR: where releases are written, and read by the BFF. @default ./published of the repository */
  publishedDir: string
  /** DATABASE_URL: file:…, mongodb://…, postgres://… @default file:<DATA_DIR>/cms.sqlite */
  databaseUrl: string
  /** RELEASE_PRIVATE_KEY_FILE: PKCS8 PEM that signs releases. @default <DATA_DIR>/signing/release.key.pem */
  releaseKeyFile: string
}

/** Reads and validates the environment; throws a MosaicError that names the variable. Pure. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, home: string = homeDir()): CmsConfig {
  const port = portOf(env.CMS_PORT)
  const dataDir = resolve(home, env.DATA_DIR || 'data')
  return {
    port,
    origins: originsOf(env.CMS_ORIGINS, port),
    dataDir,
    publishedDir: resolve(home, env.PUBLISHED_DIR || 'published'),
    databaseUrl: databaseUrlOf(env.DATABASE_URL, dataDir, home),
    releaseKeyFile: resolve(home, env.RELEASE_PRIVATE_KEY_FILE || join(dataDir, 'signing', 'release.key.pem')),
  }
}

/**
 * PAYLOAD_SECRET, which signs the editors' sessions. Without one, a random secret is made once and kept in DATA_DIR, readable by its owner only.
 */
export function payloadSecret(config: CmsConfig, env: NodeJS.ProcessEnv = process.env): string {
  const given = env.PAYLOAD_SECRET
  if (given !== undefined && given.length < 16)
    throw configError(
      'PAYLOAD_SECRET',
      'at least 16 characters',
      `${given.length} characters`,
      'Set a longer one, or unset it: one is then made for you.',
    )
  if (given) return given
  // A build only compiles: it must not leave a secret behind.
  if (env.NEXT_PHASE === 'phase-production-build') return 'not used by a build'
  const file = join(config.dataDir, 'payload.secret')
  try {
    if (!existsSync(file)) {
      mkdirSync(config.dataDir, { recursive: true })
      // `wx`: of two programs starting at once, the second reads what the first wrote.
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    }
  } catch (error) {
    if (!existsSync(file))
      throw configError('DATA_DIR', 'a folder the CMS may write to', config.dataDir, 'Give it one, or set PAYLOAD_SECRET.', error)
  }
  return readFileSync(file, 'utf8').trim()
}

/** The repository's folder: programs are started from it or from one of its packages, and relative paths mean the same in all. */
export function homeDir(from: string = process.cwd()): string {
  for (let dir = from; dir !== dirname(dir); dir = dirname(dir)) if (existsSync(join(dir, 'pnpm-workspace.yaml'))) return dir
  return from
}

/** An error about one environment variable. */
export function configError(variable: string, expected: string, got: string, fix: string, cause?: unknown): MosaicError {
  return new MosaicError('cms-config', `${variable} cannot be used`, { expected, got, fix }, { cause })
}

function portOf(value: string | undefined): number {
  const port = Number(value || 3000)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw configError('CMS_PORT', 'a port number from 0 to 65535', show(value), 'Correct it, or unset it for 3000.')
}

function originsOf(value: string | undefined, port: number): string[] {
  if (!value) return [`http://127.0.0.1:${port}`, `http://localhost:${port}`]
  return value.split(',').map((part) => {
    const origin = part.trim()
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw configError(
        'CMS_ORIGINS',
        'origins such as https://cms.example.com, separated by commas',
        show(origin),
        'Leave out paths and trailing slashes.',
      )
    return origin
  })
}

function databaseUrlOf(value: string | undefined, dataDir: string, home: string): string {
  if (!value) return `file:${join(dataDir, 'cms.sqlite')}`
  const scheme = value.slice(0, value.indexOf(':') + 1)
  if (scheme === 'file:') return `file:${resolve(home, value.slice('file:'.length))}`
  if (['mongodb:', 'mongodb+srv:', 'postgres:', 'postgresql:'].includes(scheme)) return value
  // Never the whole value: it may hold a password.
  throw configError(
    'DATABASE_URL',
    'file:<path>, mongodb://… or postgres://…',
    `a value beginning ${show(value.slice(0, 10))}`,
    'Correct it, or unset it for SQLite in DATA_DIR.',
  )
}
