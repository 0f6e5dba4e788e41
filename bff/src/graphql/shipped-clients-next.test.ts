import { addNewKinds, newKinds } from './testing/new-kinds.ts'
import { describeShippedClients } from './testing/shipped-clients.ts'

/* The next server has kinds that no shipped app knows; nothing else is another. */

addNewKinds()
describeShippedClients('the next server', Object.keys(newKinds))
