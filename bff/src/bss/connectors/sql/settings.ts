import { isIP } from 'node:net'
import type { ConfigReader } from '../../../config-reader.ts'

type DatabaseKind = 'postgresql' | 'mariadb' | 'sqlite'

/** The operator's database. `BSS_SQL_URL` */
export type SqlSettings = SqlServer | { kind: 'sqlite'; file: string }
export type SqlServer = {
  kind: Exclude<DatabaseKind, 'sqlite'>
  host: string
  port: number
  user: string
  /** `BSS_SQL_PASSWORD`, or the file of it in `BSS_SQL_PASSWORD_FILE` */
  password: string | undefined
  database: string
  /** With `?tls=on`: the server must show a certificate, of an authority of `BSS_CA_FILE` or else a public one. */
  isEncrypted: boolean
}

const kinds: Readonly<Record<string, { kind: DatabaseKind; port: number }>> = {
  'postgres:': { kind: 'postgresql', port: 5432 },
  'postgresql:': { kind: 'postgresql', port: 5432 },
  'mariadb:': { kind: 'mariadb', port: 3306 },
  'mysql:': { kind: 'mariadb', port: 3306 },
  'sqlite:': { kind: 'sqlite', port: 0 },
}
const example = 'postgres://user@host:5432/database?tls=on, mariadb://user@host:3306/database?tls=on or sqlite:/path/of/file.db'
const shape = /^(?:sqlite:\/[^?#]+|(?!sqlite)\w+:\/\/[^@/?#]+@[^@/?#]+\/[^/?#]+(?:\?tls=(?:on|off))?)$/

/** Undefined when no database is configured. */
export function sqlSettings(read: ConfigReader): SqlSettings | undefined {
  const password = read.secret('BSS_SQL_PASSWORD')
  const url = read.address('BSS_SQL_URL', Object.keys(kinds), example)
  const found = url && read.optional('BSS_SQL_URL', shape, example) !== undefined && kinds[url.protocol]
  if (!found) return undefined
  const path = decodeURIComponent(url.pathname)
  if (found.kind === 'sqlite') return { kind: found.kind, file: path }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isEncrypted = url.searchParams.get('tls') === 'on'
  // Not every driver compares a certificate with an address.
  if (isEncrypted && isIP(host)) read.problem('BSS_SQL_URL', 'a host by the name in its certificate', host, 'Write its name, or ?tls=off')
  return {
    kind: found.kind,
    host,
    port: url.port === '' ? found.port : Number(url.port),
    user: decodeURIComponent(url.username),
    password,
    database: path.slice(1),
    isEncrypted,
  }
}
