import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type SFTPWrapper } from 'ssh2'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startBackEnd } from '../../../testing/back-end.ts'
import { isSshdMissing, sshdHint, startSshd, type SshServer } from '../../../testing/servers/sshd.ts'
import { startWire } from '../../../testing/wire.ts'
import { readerProcesses } from '../files/testing/reader-processes.ts'
import { describeWholeFiles, rules } from '../files/testing/whole-files.ts'
import { describeConnector } from '../testing/suite.ts'
import { createSftpConnector } from './connector.ts'
import type { SftpServer } from './settings.ts'
import { startStingyServer } from './testing/stingy-server.ts'

const ask = { path: 'offers' }
const patient = { timeoutMs: 10_000 }

describe.skipIf(isSshdMissing)(`over a real sshd${isSshdMissing ? ` (${sshdHint})` : ''}`, () => {
  let home: string
  let sshd: SshServer
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'mosaic-sftp-'))
    mkdirSync(join(home, 'server'))
    sshd = await startSshd(join(home, 'server'))
  })
  afterAll(async () => {
    await sshd.kill()
    rmSync(home, { recursive: true, force: true })
  })

  /** A folder of the server with one file, and how to get there. */
  function startFolder(changes: Partial<SftpServer> = {}) {
    const root = mkdtempSync(join(home, 'folder-'))
    const file = join(root, 'offers.json')
    const put = (text: string) => {
      rmSync(file, { force: true })
      writeFileSync(file, text)
      utimesSync(file, 1_700_000_000, 1_700_000_000)
    }
    put('[]')
    const { port, user, hostKey, privateKey } = sshd
    const folder: SftpServer = {
      host: '127.0.0.1',
      port,
      user,
      base: root,
      hostKeys: [hostKey],
      privateKey,
      passphrase: undefined,
      password: undefined,
      ...changes,
    }
    return { root, file, put, folder, connector: createSftpConnector({ folder, rules }) }
  }

  describeWholeFiles('sftp', async () => {
    const { root, connector } = startFolder()
    await connector.close()
    const { port, user, hostKey, privateKey } = sshd
    const folder = {
      host: '127.0.0.1',
      port,
      user,
      base: root,
      hostKeys: [hostKey],
      privateKey,
      passphrase: undefined,
      password: undefined,
    }
    return { root, connect: (rules) => createSftpConnector({ folder, rules }) }
  })

  describeConnector({
    name: 'sftp',
    async start() {
      const wire = await startWire({ port: sshd.port })
      const { file, put, connector } = startFolder({ port: wire.port })
      return {
        connector,
        ask,
        hang: wire.hang,
        slow: wire.slow,
        down: wire.down,
        async up() {
          put('[]')
          await wire.up()
        },
        garbage() {
          put('<html>It works!</html>')
          writeFileSync(`${file}.done`, '')
        },
        huge() {
          put('')
          truncateSync(file, 512 * 1024 * 1024)
        },
        open: wire.open,
        hanging: wire.silent,
        close: wire.close,
      }
    },
  })

  describe('whom it talks to', () => {
    test('a server with another key gets nothing, and is not asked again', async () => {
      const other = `SHA256:${'A'.repeat(43)}`
      const { connector } = startFolder({ hostKeys: [other] })
      await expect(connector.send(ask, patient)).rejects.toMatchObject({
        code: 'BSS_UNAVAILABLE',
        wasSent: false,
        isRetryable: false,
        fault: { expected: `a server with the key ${other}`, got: sshd.hostKey },
      })
      await connector.close()
    })

    test('nor one of which no key is known; one of several keys is enough', async () => {
      const unknown = startFolder({ hostKeys: [] })
      await expect(unknown.connector.send(ask, patient)).rejects.toMatchObject({ fault: { got: sshd.hostKey } })
      await unknown.connector.close()
      const several = startFolder({ hostKeys: [`SHA256:${'A'.repeat(43)}`, sshd.hostKey] })
      expect((await several.connector.send(ask, patient)).data).toEqual([])
      await several.connector.close()
    })

    test('with a key behind a passphrase', async () => {
      const { connector } = startFolder(sshd.lockedKey)
      expect((await connector.send(ask, patient)).data).toEqual([])
      await connector.close()
    })

    test('a password goes to the server of the known key and to no other; and one that gives little at once is read to the end', async () => {
      const text = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index))
      const server = await startStingyServer(sshd.strangeKey, 'secret', Buffer.from(text))
      const byPassword = { port: server.port, privateKey: undefined, password: 'secret' }
      const wary = startFolder(byPassword)
      await expect(wary.connector.send(ask, patient)).rejects.toMatchObject({ wasSent: false, isRetryable: false })
      expect(server.passwords).toEqual([])
      const trusting = startFolder({ ...byPassword, hostKeys: [server.hostKey] })
      expect(JSON.stringify((await trusting.connector.send(ask, patient)).data)).toBe(text)
      expect(server.passwords).toEqual(['secret'])
      await Promise.all([wary.connector.close(), trusting.connector.close()])
      server.close()
    })

    test.each([
      ['a key that the server does not know', () => ({ privateKey: sshd.strangeKey })],
      ['a password that the server does not take', () => ({ privateKey: undefined, password: 'secret' })],
      ['a key behind another passphrase', () => ({ ...sshd.lockedKey, passphrase: 'secret' })],
      ['a key that is none', () => ({ privateKey: 'secret' })],
      ['no key at all', () => ({ privateKey: undefined })],
    ])('%s: not to be repeated, and no secret in the error', async (_name, changes) => {
      const { connector } = startFolder(changes())
      const failure: unknown = await connector.send(ask, patient).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: false, isRetryable: false })
      expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain('secret')
      await connector.close()
    })
  })

  describe('what a server does', () => {
    test('it dies and comes back', async () => {
      const { connector } = startFolder()
      await connector.send(ask, patient)
      await sshd.kill()
      await expect(connector.send(ask, patient)).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE', isRetryable: true })
      await sshd.start()
      expect((await connector.send(ask, patient)).data).toEqual([])
      // Also when nobody asked meanwhile.
      await sshd.kill()
      await sshd.start()
      expect((await connector.send(ask, patient)).data).toEqual([])
      await connector.close()
    })

    test('an attempt that is given up costs its connection, and neither the others nor their process', async () => {
      const wire = await startWire({ port: sshd.port })
      const { connector } = startFolder({ port: wire.port })
      await connector.send(ask, patient)
      const [reader] = readerProcesses('sftp')
      wire.hang()
      // The first has a connection, the others are about to make one.
      const hung = Array.from({ length: 5 }, () => connector.send(ask, { timeoutMs: 100 }).catch(() => undefined))
      await Promise.all(hung)
      await vi.waitFor(() => expect(wire.open()).toBe(0))
      await wire.up()
      await connector.send(ask, patient)
      // Longer than a process is given to let go.
      await sleep(300)
      expect(readerProcesses('sftp')).toEqual([reader])
      await connector.close()
      await wire.close()
    })

    test('it stands still: every attempt ends at its time, and all is well when it goes on', async () => {
      const { connector } = startFolder()
      await connector.send(ask, patient)
      sshd.freeze()
      try {
        for (let time = 0; time < 3; time++) {
          const begun = performance.now()
          await expect(connector.send(ask, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'BSS_TIMEOUT' })
          expect(performance.now() - begun).toBeLessThan(300)
        }
      } finally {
        sshd.thaw()
      }
      expect((await connector.send(ask, patient)).data).toEqual([])
      await connector.close()
    })

    test('it is none, but another kind of server', async () => {
      const backEnd = await startBackEnd()
      const { connector } = startFolder({ port: Number(backEnd.apis.account.port) })
      await expect(connector.send(ask, patient)).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE' })
      await connector.close()
      await backEnd.close()
    })
  })

  test('a file that another client is sending is not read before it is whole', async () => {
    const { root, connector } = startFolder()
    const text = JSON.stringify(Array.from({ length: 2_000 }, (_, index) => index))
    const { client, sftp } = await connectClient(sshd)
    const handle = await done<Buffer>((callback) => sftp.open(join(root, 'upload.json'), 'w', callback))
    const read = () => connector.send({ path: 'upload' }, patient)
    for (let at = 0; at < text.length; at += 1_000) {
      const part = Buffer.from(text.slice(at, at + 1_000))
      await done<void>((callback) => sftp.write(handle, part, 0, part.length, at, (error) => callback(error, undefined)))
      const isWhole = at + part.length === text.length
      if (!isWhole) await expect(read()).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE', isRetryable: true })
    }
    await done<void>((callback) => sftp.close(handle, (error) => callback(error, undefined)))
    client.end()
    await vi.waitFor(async () => expect((await read()).data).toEqual(JSON.parse(text)), { timeout: 10_000, interval: 100 })
    await connector.close()
  })
})

async function connectClient({ port, user, privateKey }: SshServer): Promise<{ client: Client; sftp: SFTPWrapper }> {
  const client = new Client()
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve).once('error', reject)
    client.connect({ host: '127.0.0.1', port, username: user, privateKey })
  })
  return { client, sftp: await done<SFTPWrapper>((callback) => client.sftp(callback)) }
}

function done<T>(begin: (callback: (error: Error | undefined | null, result: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => begin((error, result) => (error ? reject(error) : resolve(result))))
}
