import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TokenOverrides } from '../../simulator/idp/tokens.ts'
import { startSimulator, type Simulator } from '../../simulator/start.ts'
import type { StaffIdentity } from '../care/contract.ts'
import { createLog } from '../log.ts'
import { createIdentity, type Identity } from './identity.ts'
import { createStaffIdentity, mayUse } from './staff.ts'

const log = createLog('silent')

describe('who is behind a token of the staff', () => {
  let simulator: Simulator
  let staff: StaffIdentity
  let customers: Identity
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    staff = createStaffIdentity({ issuer: simulator.staffIssuer, audience: 'mosaic-care', log })
    customers = createIdentity({ issuer: simulator.issuer, audience: 'mosaic', log })
  })
  afterAll(() => simulator.close())
  const bearerOf = async (id: string, overrides?: TokenOverrides) => `Bearer ${await simulator.issueStaffToken(id, overrides)}`

  test('is a person with a brand, a name and roles', async () => {
    expect(await staff.staffOf(await bearerOf('S-sandro'))).toEqual({
      id: 'S-sandro',
      brand: 'aurora',
      name: 'Sandro Supervisore',
      roles: ['agent', 'supervisor'],
      locale: 'it',
    })
  })

  test.each<[string, TokenOverrides]>([
    ['is not signed', { signWith: 'none' }],
    ['is signed with another key', { signWith: 'other' }],
    ['has expired', { expiresIn: -60 }],
    ['is for another service', { audience: 'mosaic' }],
    ['is of another issuer', { issuer: 'http://127.0.0.1:1/staff' }],
    ['is an ID token', { type: 'JWT' }],
    ['names no brand', { claims: { brand: undefined } }],
    ['names a brand that is a path', { claims: { brand: '../aurora' } }],
    ['has roles that are no list', { claims: { roles: 'agent' } }],
    ['has an id without end', { claims: { sub: 'x'.repeat(129) } }],
  ])('refuses a token that %s', async (_, overrides) => {
    await expect(staff.staffOf(await bearerOf('S-anna', overrides))).rejects.toMatchObject({ code: 'UNAUTHENTICATED', httpStatus: 401 })
  })

  test.each([undefined, '', 'Bearer', 'Bearer x', 'Basic YTpi'])('refuses the header %j', async (authorization) => {
    await expect(staff.staffOf(authorization)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('a customer’s token is nothing at the desk, and a token of the staff nothing in the app', async () => {
    const customer = `Bearer ${await simulator.issueToken('C-0001')}`
    const dressedUp = `Bearer ${await simulator.issueToken('C-0001', { audience: 'mosaic-care', issuer: simulator.staffIssuer, claims: { roles: ['agent'] } })}`
    for (const token of [customer, dressedUp]) await expect(staff.staffOf(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const disguised = await bearerOf('S-sandro', {
      audience: 'mosaic',
      issuer: simulator.issuer,
      claims: { sub: 'C-0001', party_id: 'P-0001', party_type: 'individual', lines: ['L-0001-1'] },
    })
    for (const token of [await bearerOf('S-sandro'), disguised]) {
      await expect(Promise.resolve(customers.sessionOf(token))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  test('who has no role of the desk may not in, whatever else he is in the company', async () => {
    const forbidden = { code: 'FORBIDDEN', httpStatus: 403 }
    await expect(staff.staffOf(await bearerOf('S-nadia'))).rejects.toMatchObject(forbidden)
    for (const roles of [undefined, [], ['admin', 'Agent', ' supervisor', '*']]) {
      await expect(staff.staffOf(await bearerOf('S-anna', { claims: { roles } }))).rejects.toMatchObject(forbidden)
    }
    expect((await staff.staffOf(await bearerOf('S-anna', { claims: { roles: ['admin', 'agent'] } }))).roles).toEqual(['agent'])
  })

  test('one role is no other', async () => {
    const anna = await staff.staffOf(await bearerOf('S-anna'))
    const chief = await staff.staffOf(await bearerOf('S-sandro', { claims: { roles: ['supervisor'] } }))
    expect(() => mayUse(anna, 'agent')).not.toThrow()
    expect(() => mayUse(chief, 'agent', 'supervisor')).not.toThrow()
    expect(() => mayUse(anna, 'supervisor')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
    expect(() => mayUse(chief, 'agent')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  })

  test('a provider that cannot be reached is no reason to let anybody in', async () => {
    const lonely = createStaffIdentity({ issuer: 'http://127.0.0.1:9/staff', audience: 'mosaic-care', log })
    await expect(lonely.staffOf(await bearerOf('S-anna'))).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE', httpStatus: 503 })
  })
})
