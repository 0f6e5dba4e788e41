import type { Source } from '../../contract.ts'
import { readExported } from './exported.ts'

/** The catalogue on an SFTP server. */
export const offers: Source<'offers', 'sftp'> = { version: 2, ask: readExported }
