import type { Config } from '../../config.ts'
import type { Connector } from './contract.ts'
import { createFileConnector } from './file/connector.ts'
import type { FileAnswer, FileRequest } from './files/contract.ts'
import { createMongodbConnector, type MongodbAnswer, type MongodbRequest } from './mongodb/connector.ts'
import { createRestConnector, type RestAnswer, type RestRequest } from './rest/connector.ts'
import { createSftpConnector } from './sftp/connector.ts'
import { createSoapConnector, type SoapAnswer, type SoapRequest } from './soap/connector.ts'
import { createSqlConnector, type SqlAnswer, type SqlRequest } from './sql/connector.ts'

/** What each connector is asked with, and what it answers. */
export type ConnectorTypes = {
  rest: { request: RestRequest; answer: RestAnswer }
  soap: { request: SoapRequest; answer: SoapAnswer }
  file: { request: FileRequest; answer: FileAnswer }
  sftp: { request: FileRequest; answer: FileAnswer }
  sql: { request: SqlRequest; answer: SqlAnswer }
  mongodb: { request: MongodbRequest; answer: MongodbAnswer }
}
export type ConnectorName = keyof ConnectorTypes
type Every = { readonly [Name in ConnectorName]: Connector<ConnectorTypes[Name]['request'], ConnectorTypes[Name]['answer']> }
/** REST, and the others that are configured. */
export type Connectors = Pick<Every, 'rest'> & Partial<Every>

/** Every connector that is configured, ready to be asked. None of them connects to anything before it is. */
export function createConnectors(settings: Config['connectors']): Connectors {
  return {
    rest: createRestConnector(settings.rest, settings.http),
    ...(settings.soap && { soap: createSoapConnector(settings.soap, settings.http) }),
    ...(settings.file && { file: createFileConnector(settings.file) }),
    ...(settings.sftp && { sftp: createSftpConnector(settings.sftp) }),
    ...(settings.sql && { sql: createSqlConnector(settings.sql, settings.http) }),
    ...(settings.mongodb && { mongodb: createMongodbConnector(settings.mongodb, settings.http) }),
  }
}
