import type { Handler } from '../http/handler.ts'
import type { Logger } from '../log.ts'
import { refusalOf, refused } from './check-text.ts'
import type { Sms } from './contract.ts'
import { createHttpSms } from './http/http.ts'
import { serveReports } from './http/serve-reports.ts'
import type { SmsSettings } from './settings.ts'
import { createSmppSms } from './smpp/smpp.ts'

type Options = { log: Logger; now: () => Date }

/** The way to the network that is configured, and the doors that it needs here; without one every text is refused as `notConfigured`. */
export function createSms(settings: SmsSettings | undefined, { log, now }: Options): { sms: Sms; handlers: Handler[] } {
  if (!settings) return { sms: noSms, handlers: [] }
  if (settings.kind === 'smpp') return { sms: createSmppSms(settings, { log, now }), handlers: [] }
  const sms = createHttpSms(settings, { log })
  return { sms, handlers: settings.reports ? [serveReports({ secret: settings.reports.secret, now, heard: sms.heard })] : [] }
}

const noSms: Sms = {
  send: (text) => Promise.resolve(refusalOf(text) ?? refused('notConfigured')),
  listen() {},
  close: () => Promise.resolve(),
}
