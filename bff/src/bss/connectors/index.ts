import type { Config } from '../../config.ts'
import type { Connector } from './contract.ts'
import { createRestConnector, type RestAnswer, type RestRequest } from './rest/connector.ts'

/** What each connector is asked with, and what it answers. */
export type ConnectorTypes = {
  rest: { request: RestRequest; answer: RestAnswer }
}
export type ConnectorName = keyof ConnectorTypes
export type Connectors = { readonly [Name in ConnectorName]: Connector<ConnectorTypes[Name]['request'], ConnectorTypes[Name]['answer']> }

/** Every connector, ready to be asked. None of them connects to anything before it is. */
export function createConnectors(settings: Config['connectors']): Connectors {
  return {
    rest: createRestConnector(settings.rest),
  }
}
