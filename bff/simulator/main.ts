import { isMosaicError } from '@mosaic/schemas/errors'
import { readConfig } from './config.ts'
import { startSimulator } from './start.ts'

try {
  const simulator = await startSimulator(readConfig(process.env))
  console.log(`Simulator: ${simulator.url}/_simulator (${simulator.size} customers, sign-in at ${simulator.issuer})`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)))
  }
} catch (error) {
  // What somebody can mend is told in one line; a defect keeps its stack.
  console.error(isMosaicError(error) ? `${error.code} ${error.message}` : error)
  process.exitCode = 1
}
