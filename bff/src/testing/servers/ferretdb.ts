import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseServer } from './database.ts'

/** It speaks MongoDB's protocol; MongoDB itself is in no distribution. */
export const ferretdb: DatabaseServer = {
  name: 'MongoDB (FerretDB)',
  hint: 'build it: cd .ci/ferretdb && go build -o ~/.cache/mosaic/ferretdb . (or name one in FERRETDB_BIN)',
  find: () => [process.env['FERRETDB_BIN'], join(homedir(), '.cache', 'mosaic', 'ferretdb')].find((path) => path && existsSync(path)),
  prepare: (_program, folder, port) => ({
    args: ['-listen', `127.0.0.1:${port}`, '-data', folder],
    isReady: () => listens(port),
    createDatabase: () => `mongodb://127.0.0.1:${port}/mosaic`,
  }),
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
