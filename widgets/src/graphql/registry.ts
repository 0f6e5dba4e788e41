// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { KindSchema } from './kind-schema.ts'
import { schema as alert } from '../alert/schema.ts'
import { schema as balance } from '../balance/schema.ts'
import { schema as banner } from '../banner/schema.ts'
import { schema as bill } from '../bill/schema.ts'
import { schema as lines } from '../lines/schema.ts'
import { schema as offer } from '../offer/schema.ts'
import { schema as topUp } from '../topUp/schema.ts'
import { schema as usage } from '../usage/schema.ts'

/** The GraphQL side of every widget kind, by name. */
export const kindSchemas: Readonly<Record<string, KindSchema>> = {
  alert,
  balance,
  banner,
  bill,
  lines,
  offer,
  topUp,
  usage,
}
