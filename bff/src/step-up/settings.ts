import type { ConfigReader } from '../config-reader.ts'

/** The mobile network that says whose telephone is in a customer's hand. */
export type StepUpSettings = {
  /** Below it stand the APIs, as CAMARA names them: `number-verification/v2`, `sim-swap/v2`, `one-time-password-sms/v1`. `CAMARA_URL` */
  apis: URL
  /** `CAMARA_AUTHORIZE_URL` @default `<CAMARA_URL>/authorize` */
  authorize: URL
  /** `CAMARA_TOKEN_URL` @default `<CAMARA_URL>/token` */
  token: URL
  /** `CAMARA_CLIENT_ID` */
  clientId: string
  /** `CAMARA_CLIENT_SECRET`, or the file that `CAMARA_CLIENT_SECRET_FILE` names */
  clientSecret: string
  /** A SIM that was changed within so many hours proves nothing. `STEP_UP_SWAP_HOURS` */
  swapHours: number
  /** How long a place may be looked at after a proof, in minutes. `STEP_UP_MINUTES` */
  minutes: number
}

/** Nothing where no network is configured: customers sign in. */
export function stepUpSettings(read: ConfigReader): StepUpSettings | undefined {
  const base = read.address('CAMARA_URL', ['http:', 'https:'], 'https://network.example')
  const name = base && 'CAMARA_URL'
  const below = (path: string) => `${base?.href.replace(/\/$/, '') ?? 'http://invalid.invalid'}/${path}`
  const clientId = read.optional('CAMARA_CLIENT_ID', /^[\x21-\x7e]{1,200}$/, 'a name of visible characters')
  const settings = {
    authorize: read.url('CAMARA_AUTHORIZE_URL', below('authorize')),
    token: read.url('CAMARA_TOKEN_URL', below('token')),
    clientSecret: read.secret('CAMARA_CLIENT_SECRET', name) ?? '',
    swapHours: read.integer('STEP_UP_SWAP_HOURS', 72, 1, 2_400),
    minutes: read.integer('STEP_UP_MINUTES', 15, 1, 60),
  }
  if (!base) return undefined
  if (clientId === undefined)
    read.problem('CAMARA_CLIENT_ID', 'who we are at CAMARA_URL', 'nothing', 'Set it to the name the network knows, or unset CAMARA_URL')
  return { apis: new URL(below('')), clientId: clientId ?? '', ...settings }
}
