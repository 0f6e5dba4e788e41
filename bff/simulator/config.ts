import { MosaicError, show } from '@mosaic/schemas/errors'
import { maxCustomers } from './population/population.ts'
import { demoCredentials, type SoapCredentials } from './soap/security.ts'

export type SimulatorConfig = {
  /** SIMULATOR_PORT @default 4010 */
  port: number
  /** SIMULATOR_CUSTOMERS @default the personas and somebody for every combination */
  customers?: number
  /** DATA_DIR @default './data' */
  dataDir: string
  /** SIMULATOR_SOAP_USERNAME, SIMULATOR_SOAP_PASSWORD @default the demo's */
  soap: SoapCredentials
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment. @throws {MosaicError} CONFIG_INVALID, naming the variable */
export function readConfig(env: Environment): SimulatorConfig {
  const customers = integer(env, 'SIMULATOR_CUSTOMERS', maxCustomers, {
    expected: `how many customers, from 0 to ${maxCustomers}`,
    fix: 'Set it to such a number, or unset it for the ones of the demo',
  })
  return {
    port:
      integer(env, 'SIMULATOR_PORT', 65_535, {
        expected: 'a port number from 0 to 65535',
        fix: 'Set it to a free port, or unset it for 4010',
      }) ?? 4010,
    ...(customers !== undefined && { customers }),
    dataDir: env.DATA_DIR?.trim() || './data',
    soap: {
      username: env.SIMULATOR_SOAP_USERNAME?.trim() || demoCredentials.username,
      password: env.SIMULATOR_SOAP_PASSWORD?.trim() || demoCredentials.password,
    },
  }
}

function integer(env: Environment, name: string, most: number, words: { expected: string; fix: string }): number | undefined {
  const text = env[name]?.trim()
  if (!text) return undefined
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw new MosaicError('CONFIG_INVALID', `${name} is not valid`, { ...words, got: show(text) })
  return value
}
