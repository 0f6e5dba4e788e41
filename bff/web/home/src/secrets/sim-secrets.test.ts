import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startSystem, type System } from '../../../../src/testing/system.ts'
import { ApiError, type RequestContext } from '../api/client.ts'
import { askSimSecrets } from './sim-secrets.ts'

/* The question goes to a real BFF, as the app asks it. */

let system: System
let context: RequestContext
const sent: { path: string; method: string | undefined }[] = []
beforeAll(async () => {
  system = await startSystem()
  context = { accessToken: await system.simulator.issueToken('C-0014'), locale: 'it', formFactor: 'compact' }
})
beforeEach(() => {
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    sent.push({ path, method: init?.method })
    return fetch(new URL(path, system.bff.url), init)
  })
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => system.close())

test('the owner gets his codes, and nothing about him stands in an address', async () => {
  expect(await askSimSecrets('L-0014-1', context)).toEqual({
    puk1: expect.stringMatching(/^\d{8}$/) as string,
    puk2: expect.stringMatching(/^\d{8}$/) as string,
  })
  expect(sent.filter(({ path }) => path.startsWith('/graphql'))).toEqual([{ path: '/graphql', method: 'POST' }])
})

test('somebody else’s line is refused', async () => {
  const error: unknown = await askSimSecrets('L-0009-1', context).catch((reason: unknown) => reason)
  expect((error as ApiError).serverCode).toBe('LINE_NOT_FOUND')
})

test('a system that does not answer is a failure, never half a code', async () => {
  system.simulator.faults.set('simSecrets', { kind: 'garbage' })
  await expect(askSimSecrets('L-0014-1', context)).rejects.toBeInstanceOf(ApiError)
  system.simulator.faults.clear()
})
