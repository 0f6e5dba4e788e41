import { methodNames, type MethodName } from '@mosaic/schemas/bss'
import type { ConfigReader } from '../config-reader.ts'
import type { ConnectorName } from './connectors/index.ts'
import { methodSources } from './methods/index.ts'

/** Which connector each method is asked over. */
export type SourceChoice = Readonly<Record<MethodName, ConnectorName>>

/** REST for all, unless `BSS_<METHOD>_CONNECTOR` names another that is configured and that the method has a source for. */
export function sourceChoice(read: ConfigReader, configured: Readonly<Partial<Record<ConnectorName, unknown>>>): SourceChoice {
  const choose = (method: MethodName): ConnectorName => {
    const name = variableOf(method)
    const chosen = read.oneOf(name, 'rest', Object.keys(methodSources[method]) as ConnectorName[])
    if (configured[chosen] !== undefined) return chosen
    read.problem(name, 'a connector that is configured', chosen, `Set ${addressVariable[chosen]} as well, or unset it for rest`)
    return 'rest'
  }
  return Object.fromEntries(methodNames.map((method) => [method, choose(method)])) as SourceChoice
}

/** What makes a connector a configured one. */
const addressVariable: Record<ConnectorName, string> = {
  rest: 'BSS_URL',
  soap: 'BSS_SOAP_URL',
  sql: 'BSS_SQL_URL',
  mongodb: 'BSS_MONGODB_URL',
  file: 'BSS_FILE_ROOT',
  sftp: 'BSS_SFTP_URL',
}

/** `topUp` → `BSS_TOP_UP_CONNECTOR`. */
function variableOf(method: MethodName): string {
  return `BSS_${method.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_CONNECTOR`
}
