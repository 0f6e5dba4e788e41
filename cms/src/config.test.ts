import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { payloadSecret, readConfig } from './config.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mosaic-config-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const read = (env: Record<string, string>) => readConfig(env as NodeJS.ProcessEnv, home)

describe('the configuration', () => {
  it('has a default for everything, under the repository', () => {
    expect(read({})).toEqual({
      port: 3000,
      origins: ['http://127.0.0.1:3000', 'http://localhost:3000'],
      dataDir: join(home, 'data'),
      publishedDir: join(home, 'published'),
      databaseUrl: `file:${join(home, 'data', 'cms.sqlite')}`,
      releaseKeyFile: join(home, 'data', 'signing', 'release.key.pem'),
    })
  })

  it.each([
    ['CMS_PORT', 'eighty'],
    ['CMS_PORT', '70000'],
    ['CMS_ORIGINS', 'https://cms.example.com/admin'],
    ['DATABASE_URL', 'mysql://root:secret@host/db'],
    ['DATABASE_URL', 'cms.sqlite'],
  ])('names the variable and the mending when %s is %j', (variable, value) => {
    expect(() => read({ [variable]: value })).toThrow(new RegExp(`^${variable} cannot be used: expected .+, got .+\\. .+`))
  })

  it('never tells a password', () => {
    expect(() => read({ DATABASE_URL: 'mysql://root:secret@host/db' })).toThrow(/^(?!.*secret).*$/s)
  })
})

describe('the secret', () => {
  it('is made once, for its owner’s eyes only', async () => {
    const config = read({})
    const secret = payloadSecret(config, {} as NodeJS.ProcessEnv)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(payloadSecret(config, {} as NodeJS.ProcessEnv)).toBe(secret)
    expect((await stat(join(config.dataDir, 'payload.secret'))).mode & 0o777).toBe(0o600)
  })

  it('is the given one, if it is long enough; a build makes none', () => {
    const config = read({})
    expect(payloadSecret(config, { PAYLOAD_SECRET: 'sixteen letters!' } as unknown as NodeJS.ProcessEnv)).toBe('sixteen letters!')
    expect(() => payloadSecret(config, { PAYLOAD_SECRET: 'short' } as unknown as NodeJS.ProcessEnv)).toThrow(/PAYLOAD_SECRET/)
    payloadSecret(config, { NEXT_PHASE: 'phase-production-build' } as unknown as NodeJS.ProcessEnv)
    expect(existsSync(config.dataDir)).toBe(false)
  })
})
