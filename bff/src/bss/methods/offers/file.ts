import type { Source } from '../../contract.ts'
import { readExported } from './exported.ts'

/** The catalogue in a folder. */
export const offers: Source<'offers', 'file'> = { version: 2, ask: readExported }
