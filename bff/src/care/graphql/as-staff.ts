import { mayUse } from '../../identity/staff.ts'
import type { Staff, StaffRole } from '../contract.ts'
import type { CareContext } from './context.ts'

/**
 * Who asks, once it is certain that he may: every root field begins with this.
 *
 * @param roles one of them is enough; none: any role will do
 * @throws {ClientError} UNAUTHENTICATED, FORBIDDEN, IDENTITY_UNAVAILABLE
 */
export async function asStaff(context: Pick<CareContext, 'staff'>, ...roles: StaffRole[]): Promise<Staff> {
  const staff = await context.staff()
  mayUse(staff, ...roles)
  return staff
}

/** Lists that stand on a screen are asked for whenever something changes: the register says so once in this time, in milliseconds. */
const glanceMs = 15 * 60_000

/** The same as `audited` for a list that an open desk keeps asking for. */
export async function auditedGlance<T>(context: CareContext, what: string, run: (staff: Staff) => Promise<T>, about?: string): Promise<T> {
  const staff = await asStaff(context)
  await context.audit.write({ brand: staff.brand, who: staff.id, what, about, details: {} }, glanceMs)
  return run(staff)
}

/**
 * Does what somebody with any role asks for, once it stands in the register: what cannot be recorded is not done.
 *
 * @param what was done, in the register's words: `customer.opened`
 * @param about the id of whom it is about; never a name or a number
 * @param details more of it, as ids and plain words
 * @throws {ClientError} UNAUTHENTICATED, FORBIDDEN, IDENTITY_UNAVAILABLE, STORE_UNAVAILABLE, and what `run` throws
 */
export async function audited<T>(
  context: CareContext,
  what: string,
  about: string | undefined,
  run: (staff: Staff) => Promise<T>,
  details: Readonly<Record<string, string>> = {},
): Promise<T> {
  const staff = await asStaff(context)
  await context.audit.write({ brand: staff.brand, who: staff.id, what, about, details })
  return run(staff)
}
