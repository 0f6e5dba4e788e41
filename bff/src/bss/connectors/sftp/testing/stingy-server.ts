import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Server, utils, type Attributes, type SFTPWrapper } from 'ssh2'

/** An SFTP server of another make: it takes a password, has one file under every name, and gives little at once, as the protocol allows. */
export type StingyServer = {
  port: number
  /** The fingerprint of its key. */
  hostKey: string
  /** Those it was told. */
  passwords: string[]
  close(): void
}

const { STATUS_CODE } = utils.sftp
const mostAtOnce = 1_000

export async function startStingyServer(hostKey: string, password: string, content: Buffer): Promise<StingyServer> {
  const passwords: string[] = []
  const server = new Server({ hostKeys: [hostKey] }, (client) => {
    client.on('error', () => undefined)
    client.on('authentication', (attempt) => {
      if (attempt.method !== 'password') return attempt.reject(['password'])
      passwords.push(attempt.password)
      return attempt.password === password ? attempt.accept() : attempt.reject()
    })
    client.on('session', (accept) => accept().on('sftp', (acceptSftp) => serve(acceptSftp(), content)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    hostKey: fingerprintOf(hostKey),
    passwords,
    close: () => void server.close(),
  }
}

function serve(sftp: SFTPWrapper, content: Buffer): void {
  const seconds = 1_700_000_000
  const attributes: Attributes = { mode: 0o100644, uid: 0, gid: 0, size: content.length, atime: seconds, mtime: seconds }
  sftp.on('REALPATH', (id, path) => sftp.name(id, [{ filename: path, longname: path, attrs: attributes }]))
  sftp.on('OPEN', (id) => sftp.handle(id, Buffer.from('file')))
  sftp.on('FSTAT', (id) => sftp.attrs(id, attributes))
  sftp.on('STAT', (id) => sftp.status(id, STATUS_CODE.NO_SUCH_FILE))
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK))
  sftp.on('READ', (id, _handle, offset, length) => {
    if (offset >= content.length) sftp.status(id, STATUS_CODE.EOF)
    else sftp.data(id, content.subarray(offset, offset + Math.min(length, mostAtOnce)))
  })
}

function fingerprintOf(privateKey: string): string {
  const key = utils.parseKey(privateKey)
  if (key instanceof Error) throw key
  return `SHA256:${createHash('sha256').update(key.getPublicSSH()).digest('base64').replace(/=+$/, '')}`
}
