import type { Config } from '../../config.ts'
import type { Connector } from './contract.ts'
import type { FileAnswer, FileRequest } from './files/contract.ts'
import type { MongodbAnswer, MongodbRequest } from './mongodb/connector.ts'
import { createRestConnector, type RestAnswer, type RestRequest } from './rest/connector.ts'
import type { SoapAnswer, SoapRequest } from './soap/connector.ts'
import type { SqlAnswer, SqlRequest } from './sql/connector.ts'

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

/**
 * Every connector that is configured, ready to be asked. None of them connects to anything before it is; of those that are not configured not even
 * the library is loaded, which is half of what a start would load.
 */
export async function createConnectors({ http, rest, soap, file, sftp, sql, mongodb }: Config['connectors']): Promise<Connectors> {
  return {
    rest: createRestConnector(rest, http),
    ...(soap && { soap: (await import('./soap/connector.ts')).createSoapConnector(soap, http) }),
    ...(file && { file: (await import('./file/connector.ts')).createFileConnector(file) }),
    ...(sftp && { sftp: (await import('./sftp/connector.ts')).createSftpConnector(sftp) }),
    ...(sql && { sql: (await import('./sql/connector.ts')).createSqlConnector(sql, http) }),
    ...(mongodb && { mongodb: (await import('./mongodb/connector.ts')).createMongodbConnector(mongodb, http) }),
  }
}
