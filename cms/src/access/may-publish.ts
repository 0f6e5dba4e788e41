import { hasRole } from './roles.ts'

type Person = Parameters<typeof hasRole>[0]

/** Publishers publish everything; operations publish call policies, when nothing else is among the changes. */
export function mayPublish(person: Person, changes: readonly { collection: string }[]): boolean {
  if (hasRole(person, 'publisher')) return true
  return hasRole(person, 'operations') && changes.every((change) => change.collection === 'policies')
}

export function mayRollBack(person: Person): boolean {
  return hasRole(person, 'publisher')
}
