import { methodNames, type MethodName } from '@mosaic/schemas/bss'
import type { ConfigReader } from '../config-reader.ts'
import type { ConnectorName } from './connectors/index.ts'
import { methodSources } from './methods/index.ts'

/** Which connector each method is asked over. */
export type SourceChoice = Readonly<Record<MethodName, ConnectorName>>

/** REST for all, unless `BSS_<METHOD>_CONNECTOR` names another that the method has a source for. */
export function sourceChoice(read: ConfigReader): SourceChoice {
  return Object.fromEntries(
    methodNames.map((name) => [name, read.oneOf(variableOf(name), 'rest', Object.keys(methodSources[name]) as ConnectorName[])]),
  ) as SourceChoice
}

/** `topUp` → `BSS_TOP_UP_CONNECTOR`. */
function variableOf(method: MethodName): string {
  return `BSS_${method.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_CONNECTOR`
}
