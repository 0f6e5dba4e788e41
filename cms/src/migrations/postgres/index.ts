// Made by scripts/gen-migrations.ts. Applied in this order whenever the CMS opens the database.
import * as m1 from './20261122_115722_initial.ts'

export const migrations = [
  { name: '20261122_115722_initial', up: m1.up, down: m1.down },
]
