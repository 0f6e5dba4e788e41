import { afterAll, beforeAll, describe } from 'vitest'
import { startDatabase, type Certificate, type DatabaseServer, type RunningDatabase } from './servers/database.ts'

/**
 * Tests that need a real server: one for all of them. A machine without it skips them, and their title says how to get it; where everything must be proven
 * (CI=true) they fail.
 */
export function describeWithDatabase(
  server: DatabaseServer,
  title: string,
  tests: (running: () => RunningDatabase) => void,
  certificate?: Certificate,
): void {
  const isMissing = server.find() === undefined && process.env['CI'] !== 'true'
  describe.skipIf(isMissing)(`${title}${isMissing ? ` (${server.hint})` : ''}`, () => {
    let running: RunningDatabase
    beforeAll(async () => void (running = await startDatabase(server, certificate)))
    afterAll(() => running.stop())
    tests(() => running)
  })
}
