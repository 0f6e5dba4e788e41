import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseServer } from '../../bff/src/testing/servers/database.ts'
import type { Family } from './family.ts'
import { freePorts } from './ports.ts'

export type { DatabaseServer } from '../../bff/src/testing/servers/database.ts'
export { ferretdb as mongodb } from '../../bff/src/testing/servers/ferretdb.ts'
export { postgresql } from '../../bff/src/testing/servers/postgresql.ts'
export { chromium } from '../../testing/chromium.ts'

/** Starts a database on a free port of 127.0.0.1 with its files in an empty folder; resolves with the address of an empty database. */
export async function startServer(server: DatabaseServer, program: string, folder: string, family: Family): Promise<string> {
  const [port] = (await freePorts(1)) as [number]
  mkdirSync(folder, { recursive: true })
  const { args, user, isReady, createDatabase } = server.prepare(program, folder, port)
  await family.start({
    name: server.name,
    command: program,
    args,
    cwd: folder,
    env: process.env,
    ...(user && { user }),
    log: join(folder, '..', `${server.name.replaceAll(/\W+/g, '-').toLowerCase()}.log`),
    ready: isReady,
    patience: 60,
  })
  return createDatabase()
}
