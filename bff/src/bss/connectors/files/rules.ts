import type { ConfigReader } from '../../../config-reader.ts'
import { fileFormats, type FileRules } from './contract.ts'

/**
 * `<PREFIX>_FORMAT`, json or xml; `<PREFIX>_SETTLE_MS`, above the time that the share remembers a file's attributes (3 s on NFS) and the unit its server
 * counts time in (1 s over SFTP); `<PREFIX>_MARKER`, such as `.done`; `<PREFIX>_MAX_BYTES`.
 */
export function fileRules(read: ConfigReader, prefix: string): FileRules {
  return {
    format: read.oneOf(`${prefix}_FORMAT`, 'json', fileFormats),
    settleMs: read.integer(`${prefix}_SETTLE_MS`, 5_000, 1_000, 3_600_000),
    marker: read.optional(`${prefix}_MARKER`, /^\.[\w.-]{1,32}$/, 'an ending like .done') ?? '.done',
    maxBytes: read.integer(`${prefix}_MAX_BYTES`, 8 * 1024 * 1024, 1024, 64 * 1024 * 1024),
  }
}
