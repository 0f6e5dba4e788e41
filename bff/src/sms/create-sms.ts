import type { Logger } from '../log.ts'
import { refusalOf, refused } from './check-text.ts'
import type { Sms } from './contract.ts'
import type { SmsSettings } from './settings.ts'
import { createSmppSms } from './smpp/smpp.ts'

type Options = { log: Logger; now: () => Date }

/** The way to the network that is configured; without one every text is refused as `notConfigured`. */
export function createSms(settings: SmsSettings | undefined, options: Options): Sms {
  return settings?.kind === 'smpp' ? createSmppSms(settings, options) : noSms
}

const noSms: Sms = {
  send: (text) => Promise.resolve(refusalOf(text) ?? refused('notConfigured')),
  listen() {},
  close: () => Promise.resolve(),
}
