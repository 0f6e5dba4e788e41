/** What Payload makes from the configuration of the CMS: the import map of the admin's components, and the types of the documents. */
import { payloadGenerated } from '../cms/src/tools/generated.ts'
import { keepGenerated } from './lib/generated.ts'
import { main } from './lib/steps.mjs'

await main(async () => keepGenerated(await payloadGenerated()))
