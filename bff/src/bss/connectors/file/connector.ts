import type { Connector } from '../contract.ts'
import type { FileAnswer, FileRequest } from '../files/contract.ts'
import { createReaders } from '../files/readers.ts'
import type { FileSettings } from './settings.ts'

/** JSON or XML files in a folder of this machine, which may be mounted from another. */
export function createFileConnector(settings: FileSettings): Connector<FileRequest, FileAnswer> {
  return createReaders({ program: new URL('reader.ts', import.meta.url), kind: 'file', ...settings })
}
