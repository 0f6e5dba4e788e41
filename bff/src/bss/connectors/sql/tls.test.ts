import { createConnection } from 'mysql2/promise'
import { Client } from 'pg'
import { generate } from 'selfsigned'
import { expect, test, vi } from 'vitest'
import { writeCertificate, type DatabaseServer } from '../../../testing/servers/database.ts'
import { mariadb } from '../../../testing/servers/mariadb.ts'
import { postgresql } from '../../../testing/servers/postgresql.ts'
import { describeWithDatabase } from '../../../testing/with-database.ts'
import { createSqlConnector } from './connector.ts'
import { sql, type SqlStatement } from './statement.ts'
import { settingsOf } from './testing/databases.ts'

const own = await certificateFor('localhost')
const strange = await certificateFor('localhost')
const elsewhere = await certificateFor('elsewhere.example')

type Kind = {
  server: DatabaseServer
  isEncrypted: SqlStatement
  /** Makes the server read its certificate again. */
  reload(url: string): Promise<void>
}

const kinds: Kind[] = [
  {
    server: postgresql,
    isEncrypted: sql`select case when ssl then 'yes' else 'no' end as is_encrypted from pg_stat_ssl where pid = pg_backend_pid() and 1 = ${1}`,
    async reload(url) {
      const client = new Client({ connectionString: url })
      await client.connect()
      await client.query('select pg_reload_conf()')
      await client.end()
    },
  },
  {
    server: mariadb,
    isEncrypted: sql`
      select case variable_value when '' then 'no' else 'yes' end as is_encrypted
      from information_schema.session_status where variable_name = ${'Ssl_cipher'}`,
    async reload(url) {
      const connection = await createConnection({ uri: url.replace('mariadb:', 'mysql:') })
      await connection.query('flush ssl')
      await connection.end()
    },
  },
]

for (const { server, isEncrypted, reload } of kinds) {
  const tests = (running: () => { url: string; folder: string }) => {
    const ask = async (tls: 'on' | 'off', ca?: string) => {
      const connector = createSqlConnector(settingsOf({ url: `${running().url.replace('127.0.0.1', 'localhost')}?tls=${tls}` }), { ca })
      try {
        return await connector.send(isEncrypted, { timeoutMs: 10_000 })
      } finally {
        await connector.close()
      }
    }
    const untrusted = { code: 'BSS_UNAVAILABLE', wasSent: false, fault: { expected: 'a certificate to trust' } }

    test('who shows a certificate that is trusted is asked, and nobody else can listen', async () => {
      expect(await ask('on', own.cert)).toEqual([{ is_encrypted: 'yes' }])
      expect(await ask('off')).toEqual([{ is_encrypted: 'no' }])
    })

    test('who shows one that no authority knows, or that is another’s, is not asked', async () => {
      await expect(ask('on')).rejects.toMatchObject(untrusted)
      await expect(ask('on', strange.cert)).rejects.toMatchObject(untrusted)
      writeCertificate(running().folder, elsewhere)
      await reload(running().url)
      await vi.waitFor(() => expect(ask('on', elsewhere.cert)).rejects.toMatchObject(untrusted), 5_000)
    })
  }
  describeWithDatabase(server, `sql over TLS: ${server.name}`, tests, own)
}

async function certificateFor(host: string) {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  })
  return { key, cert }
}
