import type { ConfigReader } from '../config-reader.ts'

/** The way texts take to the network: one of the two, or none. */
export type SmsSettings = SmppSettings | HttpSmsSettings

export type SmppSettings = {
  kind: 'smpp'
  /** The message centre: `smpp://` or, with TLS, `ssmpp://`; 2775 and 3550 are the usual ports. `SMS_SMPP_URL` */
  host: string
  port: number
  isTls: boolean
  /** Who we are there: at most 15 characters. `SMS_SMPP_USER` */
  user: string
  /** At most 8 characters: SMPP 3.4 carries no more. `SMS_SMPP_PASSWORD`, or the file that `SMS_SMPP_PASSWORD_FILE` names */
  password: string
}

export type HttpSmsSettings = {
  kind: 'http'
  /** Where texts are posted. `SMS_HTTP_URL` */
  url: URL
  /** The bearer token of each post. `SMS_HTTP_TOKEN`, or the file that `SMS_HTTP_TOKEN_FILE` names */
  token: string
  /** Where the gateway tells what became of a text, and what it signs that with; without it nobody hears. */
  reports: SmsReports | undefined
}

export type SmsReports = {
  /** Where the gateway reaches `/care/sms-reports` of this BFF. `SMS_HTTP_REPORT_URL` */
  url: URL
  /** `SMS_HTTP_REPORT_SECRET`, or the file that `SMS_HTTP_REPORT_SECRET_FILE` names */
  secret: string
}

/** Nothing where no text can be sent. */
export function smsSettings(read: ConfigReader): SmsSettings | undefined {
  const smpp = smppSettings(read)
  const http = httpSmsSettings(read)
  if (smpp && http) {
    read.problem('SMS_HTTP_URL', 'one way for texts', 'SMS_SMPP_URL and SMS_HTTP_URL', 'Unset one of them')
  }
  return smpp ?? http
}

function smppSettings(read: ConfigReader): SmppSettings | undefined {
  const url = read.address('SMS_SMPP_URL', ['smpp:', 'ssmpp:'], 'smpp://smsc.example:2775')
  const name = url && 'SMS_SMPP_URL'
  const user = read.optional('SMS_SMPP_USER', /^[\x21-\x7e]{1,15}$/, 'a name of 1 to 15 visible characters')
  const password = read.secret('SMS_SMPP_PASSWORD', name)
  if (!url) return undefined
  if (!url.hostname || (url.pathname !== '' && url.pathname !== '/') || url.search || url.username)
    read.problem('SMS_SMPP_URL', 'a host and a port, such as smpp://smsc.example:2775', url.href, 'Set it to them alone')
  if (user === undefined)
    read.problem('SMS_SMPP_USER', 'who signs in at SMS_SMPP_URL', 'nothing', 'Set it to a name of 1 to 15 visible characters')
  if (password !== undefined && !/^[\x21-\x7e]{1,8}$/.test(password))
    read.problem('SMS_SMPP_PASSWORD', 'a secret of 1 to 8 visible characters', 'another', 'Ask for one: SMPP 3.4 carries no more')
  const isTls = url.protocol === 'ssmpp:'
  return {
    kind: 'smpp',
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (isTls ? 3550 : 2775),
    isTls,
    user: user ?? '',
    password: password ?? '',
  }
}

function httpSmsSettings(read: ConfigReader): HttpSmsSettings | undefined {
  const url = read.address('SMS_HTTP_URL', ['http:', 'https:'], 'https://sms.example/v1/messages')
  const token = read.secret('SMS_HTTP_TOKEN', url && 'SMS_HTTP_URL')
  const reportUrl = read.address('SMS_HTTP_REPORT_URL', ['http:', 'https:'], 'https://app.example/care/sms-reports')
  const secret = read.secret('SMS_HTTP_REPORT_SECRET', reportUrl && 'SMS_HTTP_REPORT_URL')
  if (!url) return undefined
  if (token !== undefined && !/^[\x21-\x7e]{1,4096}$/.test(token))
    read.problem('SMS_HTTP_TOKEN', 'visible characters', 'others', 'Set it to the token alone')
  return { kind: 'http', url, token: token ?? '', reports: reportUrl && { url: reportUrl, secret: secret ?? '' } }
}
