import type { ConfigReader } from '../../../config-reader.ts'

/** The operator's documents. */
export type MongodbSettings = {
  /** Hosts and database. `BSS_MONGODB_URL` */
  url: string
  /** `BSS_MONGODB_USER`, and `BSS_MONGODB_PASSWORD` or the file of it in `BSS_MONGODB_PASSWORD_FILE`; without a user nobody signs in. */
  user?: string | undefined
  password?: string | undefined
}

const example = 'an address with a database and without credentials, such as mongodb://host:27017/crm?tls=true&replicaSet=rs0'

/** Undefined when no MongoDB is configured. */
export function mongodbSettings(read: ConfigReader): MongodbSettings | undefined {
  const user = read.optional('BSS_MONGODB_USER', /./, 'the name of a user')
  const password = read.secret('BSS_MONGODB_PASSWORD')
  // Several hosts make it no URL that URL knows.
  const url = read.hidden('BSS_MONGODB_URL', /^mongodb(?:\+srv)?:\/\/[^@/?#]+\/[\w-]+(?:\?[^@#]*)?$/, example)
  return url === undefined ? undefined : { url, user, password }
}
