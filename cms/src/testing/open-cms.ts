import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { demoPeople } from '../seed/people.ts'

/** Where the admin is opened: the origin whose requests may carry the cookie. */
export const adminOrigin = 'http://127.0.0.1:3000'

export type TestAnswer = { status: number; body: { [name: string]: unknown } }

/** A real CMS on an empty database and folder of its own. */
export type TestCms = {
  payload: Payload
  publishedDir: string
  dataDir: string
  /** A request of the admin in a browser; `as` is the first part of a demo person's address, who must exist. A body makes it a POST. */
  ask: (path: string, options?: { as?: string; body?: unknown; method?: string; headers?: Record<string, string> }) => Promise<TestAnswer>
  close: () => Promise<void>
}

/**
 * Opens the CMS of this repository: on SQLite, or on the server that TEST_DATABASE_URL names, in a database of its own there. The configuration
 * is read once a process, so a test file opens one. `before` is given the address of the database that is not there yet.
 */
export async function openCms({ before }: { before?: (databaseUrl: string) => Promise<void> } = {}): Promise<TestCms> {
  const dir = await mkdtemp(join(tmpdir(), 'mosaic-cms-'))
  const [dataDir, publishedDir] = [join(dir, 'data'), join(dir, 'published')]
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    PUBLISHED_DIR: publishedDir,
    DATABASE_URL: ownDatabase(process.env.TEST_DATABASE_URL) ?? `file:${join(dataDir, 'cms.sqlite')}`,
    CMS_ORIGINS: adminOrigin,
    PAYLOAD_SECRET: randomBytes(16).toString('hex'),
    DISABLE_PAYLOAD_HMR: 'true',
  })
  await before?.(process.env.DATABASE_URL ?? '')
  const { default: config } = await import('../payload.config.ts')
  const payload = await getPayload({ config })
  const cookies = new Map<string, string>()

  const cookieOf = async (person: string): Promise<string> => {
    const known = cookies.get(person)
    if (known) return known
    const { email, password } = demoPeople.find((one) => one.email.startsWith(`${person}@`)) ?? { email: person, password: '' }
    const { token } = await payload.login({ collection: 'users', data: { email, password } })
    const cookie = `payload-token=${token}`
    cookies.set(person, cookie)
    return cookie
  }

  return {
    payload,
    publishedDir,
    dataDir,
    ask: async (path, { as, body, method = body === undefined ? 'GET' : 'POST', headers } = {}) => {
      const request = new Request(`${adminOrigin}${path}`, {
        method,
        headers: {
          origin: adminOrigin,
          ...(as && { cookie: await cookieOf(as) }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const response = await handleEndpoints({ config, request })
      return { status: response.status, body: (await response.json()) as TestAnswer['body'] }
    },
    close: async () => {
      await payload.destroy()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** A database name of its own on the test server: test files run at the same time. */
function ownDatabase(server: string | undefined): string | undefined {
  if (!server) return undefined
  const url = new URL(server)
  url.pathname = `/mosaic_${randomBytes(6).toString('hex')}`
  return url.href
}
