import { locales } from '@mosaic/schemas/text'
import type { JWTPayload } from 'jose'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { staffRoles, type Staff, type StaffIdentity, type StaffRole } from '../care/contract.ts'
import { ClientError } from '../client-error.ts'
import { createVerifier, unauthenticated, type VerifierOptions } from './verify.ts'

/**
 * Tells the operator's own people by their access tokens. Theirs is another issuer and another audience than the customers': the token of one is
 * nothing at the door of the other. Every token is looked at anew, as agents are few: who loses his key, or his role, is out with his next question.
 */
export function createStaffIdentity(options: VerifierOptions): StaffIdentity {
  const verifier = createVerifier(options)
  return {
    async staffOf(authorization) {
      const staff = readClaims(await verifier.verify(authorization))
      mayUse(staff)
      return staff
    },
  }
}

/**
 * @param roles one of them is enough; none: any role will do
 * @throws {ClientError} FORBIDDEN when the person has none of them
 */
export function mayUse({ roles: has }: Staff, ...roles: StaffRole[]): void {
  if (roles.length === 0 ? has.length > 0 : roles.some((role) => has.includes(role))) return
  const fault = {
    expected: `somebody with the role ${(roles.length === 0 ? staffRoles : roles).join(' or ')}`,
    got: has.length === 0 ? 'somebody without any' : `somebody who is ${has.join(' and ')}`,
    fix: 'Ask who manages the accounts for the role, then sign in anew',
  }
  throw new ClientError('FORBIDDEN', 'This is not for your role', fault)
}

const Claims = Type.Object({
  sub: Type.String({ minLength: 1, maxLength: 128 }),
  brand: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  locale: Type.Optional(Type.String()),
  // What else somebody is in the company is not ours to know.
  roles: Type.Optional(Type.Array(Type.String(), { maxItems: 1_000 })),
})
const claims = Compile(Claims)

function readClaims(payload: JWTPayload): Staff {
  if (!claims.Check(payload)) {
    const [first] = claims.Errors(payload)
    throw unauthenticated('a token with the claims sub, brand and roles', `one whose ${first?.instancePath || 'claims'} cannot be read`)
  }
  return {
    id: payload.sub,
    brand: payload.brand,
    name: payload.name ?? '',
    roles: staffRoles.filter((role) => payload.roles?.includes(role)),
    locale: locales.find((locale) => payload.locale?.toLowerCase().startsWith(locale)),
  }
}
