import type { ConfigReader } from '../../../config-reader.ts'
import type { FileRules } from '../files/contract.ts'
import { fileRules } from '../files/rules.ts'

export type SftpServer = {
  host: string
  port: number
  user: string
  /** The folder with the files, from the server's root. */
  base: string
  /** The fingerprints of the server's keys, as `ssh-keygen -l` prints them. A server with another key is not talked to. `BSS_SFTP_HOST_KEY` */
  hostKeys: readonly string[]
  /** In OpenSSH's or PEM format. `BSS_SFTP_PRIVATE_KEY_FILE` */
  privateKey: string | undefined
  /** Of the private key. `BSS_SFTP_PASSPHRASE`, `BSS_SFTP_PASSPHRASE_FILE` */
  passphrase: string | undefined
  /** `BSS_SFTP_PASSWORD`, `BSS_SFTP_PASSWORD_FILE` */
  password: string | undefined
}

export type SftpSettings = {
  /** `BSS_SFTP_URL`, as `sftp://user@host:port/folder`. */
  folder: SftpServer
  /** `BSS_SFTP_…`: see `fileRules`. */
  rules: FileRules
}

const fingerprint = 'SHA256:[A-Za-z0-9+/]{43}'

/** Nothing where no server is configured. */
export function sftpSettings(read: ConfigReader): SftpSettings | undefined {
  const url = read.address('BSS_SFTP_URL', ['sftp:'], 'sftp://user@host/folder')
  const hostKeys = read.optional(
    'BSS_SFTP_HOST_KEY',
    new RegExp(`^${fingerprint}(\\s*,\\s*${fingerprint})*$`),
    'what ssh-keygen -l prints for the key of the server, SHA256:…; several with commas between',
  )
  const secrets = {
    privateKey: read.secret('BSS_SFTP_PRIVATE_KEY'),
    passphrase: read.secret('BSS_SFTP_PASSPHRASE'),
    password: read.secret('BSS_SFTP_PASSWORD'),
  }
  const rules = fileRules(read, 'BSS_SFTP')
  return url && { folder: { ...placeOf(url), hostKeys: hostKeys?.split(/\s*,\s*/) ?? [], ...secrets }, rules }
}

function placeOf(url: URL) {
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 22),
    user: decodeURIComponent(url.username),
    base: decodeURIComponent(url.pathname) || '/',
  }
}
