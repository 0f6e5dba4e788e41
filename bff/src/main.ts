import { isMosaicError } from '@mosaic/schemas/errors'
import { loadConfig } from './config.ts'
import { startBff } from './server.ts'

/* Starts the BFF from the environment; SIGTERM and SIGINT end it once running requests are answered. */

try {
  const bff = await startBff(loadConfig(process.env))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      bff.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
} catch (error) {
  // A mistake of the set-up is told in words; a stack would only hide them.
  console.error(isMosaicError(error) ? `${error.code}: ${error.message}` : error)
  process.exit(1)
}
