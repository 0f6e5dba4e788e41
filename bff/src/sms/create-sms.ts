import type { Handler } from '../http/handler.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { refusalOf, refused } from './check-text.ts'
import type { Sms } from './contract.ts'
import { createHttpSms } from './http/http.ts'
import { serveReports } from './http/serve-reports.ts'
import type { SmsSettings } from './settings.ts'
import { createSmppSms } from './smpp/smpp.ts'

type Options = { log: Logger; now: () => Date; metrics: Pick<Metrics, 'texts' | 'textReceipts'> }

/** The way to the network that is configured, and the doors that it needs here; without one every text is refused as `notConfigured`. */
export function createSms(settings: SmsSettings | undefined, { log, now, metrics }: Options): { sms: Sms; handlers: Handler[] } {
  if (!settings) return { sms: noSms, handlers: [] }
  if (settings.kind === 'smpp') return { sms: counted(createSmppSms(settings, { log, now }), metrics), handlers: [] }
  const sms = createHttpSms(settings, { log })
  const handlers = settings.reports ? [serveReports({ secret: settings.reports.secret, now, heard: sms.heard })] : []
  return { sms: counted(sms, metrics), handlers }
}

const noSms: Sms = {
  send: (text) => Promise.resolve(refusalOf(text) ?? refused('notConfigured')),
  listen() {},
  close: () => Promise.resolve(),
}

function counted(sms: Sms, { texts, textReceipts }: Options['metrics']): Sms {
  return {
    async send(text) {
      const outcome = await sms.send(text)
      texts.inc({ outcome: outcome.status === 'taken' ? 'taken' : outcome.reason })
      return outcome
    },
    listen(heard) {
      sms.listen((receipt) => {
        textReceipts.inc({ outcome: receipt.reason ?? receipt.state })
        heard(receipt)
      })
    },
    close: () => sms.close(),
  }
}
