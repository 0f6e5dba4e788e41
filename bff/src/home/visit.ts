import type { ClientPlatform, FormFactor } from '@mosaic/schemas/release'
import type { Horizon } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import type { Capabilities } from '@mosaic/widgets'
import type { BssScope } from '../bss/bss.ts'
import type { Session } from '../identity/session.ts'
import type { CompiledRelease } from '../release/compile.ts'

/** What is asked for: everything that decides what a home shows, the moment included. */
export type HomeRequest = {
  session: Session
  device: Device
  /** `home`, or the id of a landing page. */
  surface: string
  /** The line it is about; without it the customer's first. */
  line: string | undefined
  /** What the client's document can draw. */
  capabilities: Capabilities
  now: Date
}

/** What the client says about itself; what it does not say, or says in a way nobody knows, is absent. */
export type Device = {
  platform: ClientPlatform | undefined
  appVersion: string | undefined
  formFactor: FormFactor | undefined
  /** Accept-Language as sent. */
  languages: string | undefined
}

/** A request after `identify`: who, about which line, in which language, served by which release. */
export type Visit = {
  release: CompiledRelease
  session: Session
  device: Device
  lineId: string | undefined
  locale: Locale
  /** The kinds that must not be sent to this app: the same set for all apps that it holds for. */
  switchedOff: ReadonlySet<string>
  scope: BssScope
  now: Date
  /** Until when what is concluded about this visit stays true, as far as it hangs on the moment: each stage brings it nearer. */
  horizon: Horizon
}
