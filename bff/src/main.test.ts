import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, until } from './processes/testing/service.ts'
import { startSystem, type System } from './testing/system.ts'

let system: System
let folder: string
beforeAll(async () => {
  system = await startSystem()
  folder = await mkdtemp(join(tmpdir(), 'mosaic-start-'))
})
afterAll(async () => {
  await system.close()
  await rm(folder, { recursive: true, force: true })
})

/** Starts the program, waits until it is ready, and ends it. */
async function startAndEnd(env: Record<string, string>): Promise<void> {
  const service = await startService(system, { DATA_DIR: folder, ...env })
  await until('ready', async () => (await service.readiness()).status === 200)
  await service.close()
  expect(await service.ended).toBe(0)
}

describe('a start loads', () => {
  const ofConnectors = ['mongodb', 'pg', 'mysql2', 'ssh2']

  async function librariesOf(name: string, env: Record<string, string>): Promise<string[]> {
    const file = join(folder, `${name}.json`)
    await startAndEnd({
      ...env,
      NODE_OPTIONS: `--import=${new URL('testing/list-libraries.ts', import.meta.url).href}`,
      LIBRARIES_FILE: file,
    })
    return JSON.parse(await readFile(file, 'utf8')) as string[]
  }

  test('no library of a connector that is not configured, nor of Redis', async () => {
    const libraries = await librariesOf('rest', {})
    expect(libraries).toEqual(expect.arrayContaining(['undici', 'graphql', 'graphql-yoga']))
    expect(libraries.filter((name) => [...ofConnectors, '@redis/client', 'keyv'].includes(name))).toEqual([])
  })

  test('those of connectors that are', async () => {
    const libraries = await librariesOf('all', {
      BSS_MONGODB_URL: 'mongodb://127.0.0.1:9/crm',
      BSS_SQL_URL: 'postgresql://u@127.0.0.1:9/crm',
    })
    expect(libraries.filter((name) => ofConnectors.includes(name)).toSorted()).toEqual(['mongodb', 'mysql2', 'pg'])
  })
})

describe('compiled code', () => {
  test('is kept in the folder for data', async () => {
    const dataDir = join(folder, 'kept')
    await startAndEnd({ DATA_DIR: dataDir })
    expect(await readdir(join(dataDir, 'compile-cache'))).toHaveLength(1)
  })

  test('is kept in no folder that others may write to', async () => {
    const shared = join(folder, 'shared')
    await mkdir(shared)
    await chmod(shared, 0o777)
    await startAndEnd({ COMPILE_CACHE_DIR: shared })
    expect(await readdir(shared)).toEqual([])
  })

  test('is not kept where there can be no folder, and the program starts all the same', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    await startAndEnd({ COMPILE_CACHE_DIR: join(file, 'cache') })
    expect(await readFile(file, 'utf8')).toBe('')
  })
})
