import { MosaicError, show } from '@mosaic/schemas/errors'
import { demoCredentials, type SoapCredentials } from './soap/security.ts'

export type SimulatorConfig = {
  /** SIMULATOR_PORT @default 4010 */
  port: number
  /** DATA_DIR @default './data' */
  dataDir: string
  /** SIMULATOR_SOAP_USERNAME, SIMULATOR_SOAP_PASSWORD @default the demo's */
  soap: SoapCredentials
}

/** Reads the environment. @throws {MosaicError} CONFIG_INVALID, naming the variable */
export function readConfig(env: Readonly<Record<string, string | undefined>>): SimulatorConfig {
  const text = env.SIMULATOR_PORT?.trim() || '4010'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new MosaicError('CONFIG_INVALID', 'SIMULATOR_PORT is not valid', {
      expected: 'a port number from 0 to 65535',
      got: show(text),
      fix: 'Set it to a free port, or unset it for 4010',
    })
  }
  return {
    port,
    dataDir: env.DATA_DIR?.trim() || './data',
    soap: {
      username: env.SIMULATOR_SOAP_USERNAME?.trim() || demoCredentials.username,
      password: env.SIMULATOR_SOAP_PASSWORD?.trim() || demoCredentials.password,
    },
  }
}
