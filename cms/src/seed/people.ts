import type { Role } from '../access/roles.ts'

/** A person of the demo. The password is no secret: it is printed for whoever tries Mosaic out, and exists in demo databases only. */
export type DemoPerson = { name: string; email: string; password: string; roles: Role[] }

/** Who may sign in to the demo CMS. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Ada Admin', email: 'admin@mosaic.demo', password: 'mosaic-admin', roles: ['admin'] },
  { name: 'Paola Publisher', email: 'publisher@mosaic.demo', password: 'mosaic-publisher', roles: ['publisher'] },
  { name: 'Edo Editor', email: 'editor@mosaic.demo', password: 'mosaic-editor', roles: ['editor'] },
  { name: 'Olga Operations', email: 'operations@mosaic.demo', password: 'mosaic-operations', roles: ['operations'] },
]
