import { readFileSync } from 'node:fs'
import { MosaicError, show } from '@mosaic/schemas/errors'
import { demoCamaraCredentials, type CamaraCredentials } from './camara/credentials.ts'
import { maxCustomers } from './population/population.ts'
import { demoSmsCredentials, type SmsCredentials } from './sms/credentials.ts'
import { demoCredentials, type SoapCredentials } from './soap/security.ts'
import type { TelephoneLine } from './telephone/telephone.ts'

export type SimulatorConfig = {
  /** SIMULATOR_PORT @default 4010 */
  port: number
  /** SIMULATOR_CUSTOMERS @default the personas and somebody for every combination */
  customers?: number
  /** DATA_DIR @default './data' */
  dataDir: string
  /** SIMULATOR_SOAP_USERNAME, SIMULATOR_SOAP_PASSWORD @default the demo's */
  soap: SoapCredentials
  /** SIMULATOR_SMPP_PORT @default 4011 where SIMULATOR_PORT is not set either, else a free one */
  smppPort: number
  /** SIMULATOR_SMS_USER, SIMULATOR_SMS_PASSWORD, SIMULATOR_SMS_TOKEN, SIMULATOR_SMS_REPORT_SECRET @default the demo's */
  sms: SmsCredentials
  /** SIMULATOR_CAMARA_CLIENT_ID, SIMULATOR_CAMARA_CLIENT_SECRET @default the demo's */
  camara: CamaraCredentials
  /** SIMULATOR_CARE_URL, and CARE_WEBHOOK_SECRET or the file of it in CARE_WEBHOOK_SECRET_FILE @default nobody is told of calls */
  telephone?: TelephoneLine
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment. @throws {MosaicError} CONFIG_INVALID, naming the variable */
export function readConfig(env: Environment): SimulatorConfig {
  const customers = integer(env, 'SIMULATOR_CUSTOMERS', maxCustomers, {
    expected: `how many customers, from 0 to ${maxCustomers}`,
    fix: 'Set it to such a number, or unset it for the ones of the demo',
  })
  const port = integer(env, 'SIMULATOR_PORT', 65_535, {
    expected: 'a port number from 0 to 65535',
    fix: 'Set it to a free port, or unset it for 4010',
  })
  const smppPort = integer(env, 'SIMULATOR_SMPP_PORT', 65_535, {
    expected: 'a port number from 0 to 65535',
    fix: 'Set it to a free port, or to 0 for any',
  })
  const telephone = telephoneLine(env)
  return {
    port: port ?? 4010,
    smppPort: smppPort ?? (port === undefined ? 4011 : 0),
    ...(customers !== undefined && { customers }),
    ...(telephone && { telephone }),
    dataDir: env.DATA_DIR?.trim() || './data',
    soap: {
      username: env.SIMULATOR_SOAP_USERNAME?.trim() || demoCredentials.username,
      password: env.SIMULATOR_SOAP_PASSWORD?.trim() || demoCredentials.password,
    },
    sms: {
      user: env.SIMULATOR_SMS_USER?.trim() || demoSmsCredentials.user,
      password: env.SIMULATOR_SMS_PASSWORD?.trim() || demoSmsCredentials.password,
      token: env.SIMULATOR_SMS_TOKEN?.trim() || demoSmsCredentials.token,
      reportSecret: env.SIMULATOR_SMS_REPORT_SECRET?.trim() || demoSmsCredentials.reportSecret,
    },
    camara: {
      clientId: env.SIMULATOR_CAMARA_CLIENT_ID?.trim() || demoCamaraCredentials.clientId,
      clientSecret: env.SIMULATOR_CAMARA_CLIENT_SECRET?.trim() || demoCamaraCredentials.clientSecret,
    },
  }
}

function telephoneLine(env: Environment): TelephoneLine | undefined {
  const url = env.SIMULATOR_CARE_URL?.trim().replace(/\/$/, '')
  if (!url) return undefined
  if (!URL.canParse(url)) throw invalid('SIMULATOR_CARE_URL', 'the address of the BFF', url)
  const file = env.CARE_WEBHOOK_SECRET_FILE?.trim()
  const secret = file ? readSecret(file) : env.CARE_WEBHOOK_SECRET?.trim()
  if (!secret) throw invalid('CARE_WEBHOOK_SECRET', 'the secret that the BFF knows its telephone system by', undefined)
  return { url, secret }
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    const fault = { expected: `a file that can be read: ${file}`, got: 'none', fix: 'Set it to the file that the BFF has, too' }
    throw new MosaicError('CONFIG_INVALID', 'CARE_WEBHOOK_SECRET_FILE is not valid', fault, { cause })
  }
}

function invalid(name: string, expected: string, got: string | undefined): MosaicError {
  return new MosaicError('CONFIG_INVALID', `${name} is not valid`, { expected, got: show(got), fix: 'Set it as the BFF has it' })
}

function integer(env: Environment, name: string, most: number, words: { expected: string; fix: string }): number | undefined {
  const text = env[name]?.trim()
  if (!text) return undefined
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw new MosaicError('CONFIG_INVALID', `${name} is not valid`, { ...words, got: show(text) })
  return value
}
