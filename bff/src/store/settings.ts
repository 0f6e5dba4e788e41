import { join } from 'node:path'
import type { ConfigReader } from '../config-reader.ts'

/** Where what the care desk knows is kept: a file beside the process, or a server that speaks MongoDB's protocol. */
export type StoreSettings =
  /** `STORE_FILE`, else `<DATA_DIR>/store.sqlite`: several processes of one machine share it, several machines cannot. */
  | { kind: 'sqlite'; file: string }
  /** `MONGODB_URL`: hosts and database. `MONGODB_USER`, and `MONGODB_PASSWORD` or the file of it in `MONGODB_PASSWORD_FILE`; without a user nobody signs in. */
  | { kind: 'mongodb'; url: string; user?: string | undefined; password?: string | undefined }

const example = 'an address with a database and without credentials, such as mongodb://host:27017/care?tls=true&replicaSet=rs0'

export function storeSettings(read: ConfigReader, dataDir: string): StoreSettings {
  const user = read.optional('MONGODB_USER', /./, 'the name of a user')
  const password = read.secret('MONGODB_PASSWORD', user === undefined ? undefined : 'MONGODB_USER')
  // Several hosts make it no URL that URL knows.
  const url = read.hidden('MONGODB_URL', /^mongodb(?:\+srv)?:\/\/[^@/?#]+\/[\w-]+(?:\?[^@#]*)?$/, example)
  if (url !== undefined) return { kind: 'mongodb', url, user, password }
  return { kind: 'sqlite', file: read.text('STORE_FILE', join(dataDir, 'store.sqlite')) }
}
