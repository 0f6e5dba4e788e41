import { fileURLToPath } from 'node:url'
import type { ConfigReader } from '../config-reader.ts'
import { handOverSettings, openingSettings, type HandOverSettings, type OpeningSettings } from '../hand-over/settings.ts'
import { smsSettings, type SmsSettings } from '../sms/settings.ts'
import { stepUpSettings, type StepUpSettings } from '../step-up/settings.ts'
import { storeSettings, type StoreSettings } from '../store/settings.ts'

/** What the care desk and the links it sends are set up with; each part's own settings stand in its folder. */
export type CareSettings = {
  staff: {
    /** The `iss` of the staff's tokens and the base of OpenID discovery: never the customers'. `STAFF_ISSUER` */
    issuer: string
    /** The `aud` of the staff's tokens. `STAFF_AUDIENCE` */
    audience: string
    /** The public client the desk signs in as. `STAFF_CLIENT_ID` */
    clientId: string
  }
  /** Where links lead whose brand has no address of its own; without either none are sent. Never taken from a request. `LINK_ORIGIN` */
  linkOrigin: string | undefined
  /** What telephone system and voice menu sign their calls with; without it they have no way in. `CARE_WEBHOOK_SECRET(_FILE)` */
  webhookSecret: string | undefined
  store: StoreSettings
  handOvers: HandOverSettings
  openings: OpeningSettings
  sms: SmsSettings | undefined
  stepUp: StepUpSettings | undefined
  /** The built desk. `CARE_DIR` */
  dir: string
  /** The documents of the desk that are known. `CARE_DOCUMENTS_DIR` */
  documentsDir: string
  /** How many desks a process tells of news at a time. `MAX_DESK_STREAMS` */
  maxStreams: number
}

/** @param dataDir where this installation keeps its files */
export function careSettings(read: ConfigReader, dataDir: string): CareSettings {
  return {
    staff: {
      issuer: read.url('STAFF_ISSUER', 'http://127.0.0.1:4010/staff').href.replace(/\/$/, ''),
      audience: read.text('STAFF_AUDIENCE', 'mosaic-care'),
      clientId: read.text('STAFF_CLIENT_ID', 'mosaic-care'),
    },
    linkOrigin: read.address('LINK_ORIGIN', ['http:', 'https:'], 'https://app.aurora.example')?.origin,
    webhookSecret: read.secret('CARE_WEBHOOK_SECRET'),
    store: storeSettings(read, dataDir),
    handOvers: handOverSettings(read),
    openings: openingSettings(read),
    sms: smsSettings(read),
    stepUp: stepUpSettings(read),
    dir: read.text('CARE_DIR', fileURLToPath(new URL('../../web/care/dist', import.meta.url))),
    documentsDir: read.text('CARE_DOCUMENTS_DIR', fileURLToPath(new URL('../../../schemas/care-operations', import.meta.url))),
    maxStreams: read.integer('MAX_DESK_STREAMS', 500, 1, 100_000),
  }
}
