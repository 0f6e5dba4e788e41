import type { Locale } from '@mosaic/schemas/text'
import type { SignInPerson } from './realms.ts'

/** Somebody of the operator's: his roles are what the care desk goes by. */
export type StaffPerson = { id: string; name: string; roles: readonly ('agent' | 'supervisor')[]; about: Record<Locale, string> }

/** Those who can sign in to the care desk, and one who has an account but no business there. */
export const staffPeople: readonly StaffPerson[] = [
  {
    id: 'S-anna',
    name: 'Anna Agente',
    roles: ['agent'],
    about: { it: 'Risponde ai clienti e li porta al posto giusto.', en: 'Answers customers and leads them to the right place.' },
  },
  {
    id: 'S-bruno',
    name: 'Bruno Agente',
    roles: ['agent'],
    about: { it: 'Siede accanto ad Anna: per provare in due.', en: 'Sits next to Anna: to try things with two.' },
  },
  {
    id: 'S-sandro',
    name: 'Sandro Supervisore',
    roles: ['agent', 'supervisor'],
    about: { it: 'Guida il turno: vede anche registro e andamento.', en: 'Leads the shift: also sees the register and the figures.' },
  },
  {
    id: 'S-nadia',
    name: 'Nadia Nessuno',
    roles: [],
    about: { it: 'Lavora altrove: qui non le si apre niente.', en: 'Works elsewhere: nothing opens for her here.' },
  },
]

/** One of them, as his tokens tell of him. */
export function findStaff(id: string): SignInPerson | undefined {
  const person = staffPeople.find((candidate) => candidate.id === id)
  return person && { id, name: person.name, locale: 'it', claims: { brand: 'aurora', roles: person.roles } }
}
