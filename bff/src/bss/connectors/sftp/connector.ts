import type { Connector } from '../contract.ts'
import type { FileAnswer, FileRequest } from '../files/contract.ts'
import { createReaders } from '../files/readers.ts'
import type { SftpSettings } from './settings.ts'

/** JSON or XML files in a folder of an SFTP server. */
export function createSftpConnector(settings: SftpSettings): Connector<FileRequest, FileAnswer> {
  return createReaders({ program: new URL('reader.ts', import.meta.url), kind: 'sftp', ...settings })
}
