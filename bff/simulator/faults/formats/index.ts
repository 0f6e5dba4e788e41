import type { FormatName } from '../../http/types.ts'
import type { Format } from './contract.ts'
import { json } from './json.ts'
import { soap } from './soap.ts'

export const formats: Readonly<Record<FormatName, Format>> = { json, soap }
