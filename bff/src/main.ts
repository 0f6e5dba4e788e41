import cluster from 'node:cluster'
import { keepCompiledCode } from './compile-cache.ts'
import { inWords } from './processes/in-words.ts'

/*
 * Starts the BFF from the environment: as many processes as it says, behind one port. SIGTERM and SIGINT end it once running requests are answered;
 * SIGHUP replaces the processes one after the other, by what is on the disk then. What only one side needs, only that side loads.
 */

try {
  keepCompiledCode(process.env)
  const { loadConfig } = await import('./config.ts')
  const config = loadConfig(process.env)
  if (cluster.isWorker) {
    const { serveAmong } = await import('./processes/serve.ts')
    await serveAmong(config)
  } else if (config.processes === 1) {
    const { serveAlone } = await import('./processes/serve.ts')
    await serveAlone(config)
  } else {
    const { superviseBff } = await import('./processes/supervise-bff.ts')
    process.exit(await superviseBff(config))
  }
} catch (error) {
  console.error(inWords(error))
  process.exit(1)
}
