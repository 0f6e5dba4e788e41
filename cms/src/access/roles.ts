import type { Access, ClientUser, FieldAccess } from 'payload'

/**
 * What a person may do: editors write drafts, publishers also release and roll back, operations keep the policies of the BSS methods (and may
 * release those alone), administrators do everything, brands and users included.
 */
export const roles = ['admin', 'publisher', 'editor', 'operations'] as const
export type Role = (typeof roles)[number]

/** Anybody signed in, of the API or of the admin's client. */
type Person = { roles?: readonly string[] | null } | ClientUser | null | undefined

/** True when the person has at least one of the roles; an administrator has them all. */
export function hasRole(person: Person, ...wanted: Role[]): boolean {
  const own: unknown = person?.roles
  return Array.isArray(own) && ['admin', ...wanted].some((role) => own.includes(role))
}

/** Any signed-in person. */
export const signedIn: Access = ({ req }) => Boolean(req.user)

/** Who has at least one of these roles. */
export function onlyRoles(...wanted: Role[]): Access {
  return ({ req }) => hasRole(req.user, ...wanted)
}

/** For what only the CMS itself writes. */
export const nobody: Access = () => false

/** Administrators, and people looking at their own account. */
export const adminOrSelf: Access = ({ req }) => hasRole(req.user) || (req.user ? { id: { equals: req.user.id } } : false)

export const adminField: FieldAccess = ({ req }) => hasRole(req.user)

/** Who may write what customers see. */
export const writers = ['editor', 'publisher'] as const satisfies Role[]

/** Hides a collection from the navigation of those who cannot use it. */
export function hiddenExcept(...wanted: Role[]): (args: { user: ClientUser }) => boolean {
  return ({ user }) => !hasRole(user, ...wanted)
}
