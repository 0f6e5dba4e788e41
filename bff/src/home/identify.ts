import { show } from '@mosaic/schemas/errors'
import type { BssScope } from '../bss/bss.ts'
import { ClientError } from '../client-error.ts'
import type { Session } from '../identity/session.ts'
import type { CompiledRelease } from '../release/compile.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { forSession } from './for-session.ts'
import { preferredLocale } from './locale.ts'
import { nextQuarter } from './quarter.ts'
import { switchedOff } from './switched-off.ts'
import type { HomeRequest, Visit } from './visit.ts'

/**
 * Stage 1: who asks, about which of his lines, in which language, and which release answers.
 * Throws a ClientError: BRAND_NOT_PUBLISHED, LINE_NOT_FOUND.
 */
export function identify(
  engine: Pick<ReleaseEngine, 'get'>,
  { session, device, line, now }: Omit<HomeRequest, 'surface' | 'capabilities'>,
): Visit {
  const release = liveRelease(engine, session)
  const lineId = ownLine(session, line)
  return {
    release,
    session,
    device,
    lineId,
    locale: preferredLocale(device.languages, session.locale, release.brand),
    switchedOff: switchedOff(release.brand, device),
    scope: scopeOf(release, session, lineId),
    now,
    horizon: { until: nextQuarter(now) },
  }
}

function liveRelease(engine: Pick<ReleaseEngine, 'get'>, { brand }: Session): CompiledRelease {
  const release = engine.get(brand)
  if (release) return release
  const fault = { expected: 'a brand with a live release', got: show(brand), fix: 'Publish it from the CMS, then try again' }
  throw new ClientError('BRAND_NOT_PUBLISHED', 'Nothing is published yet', fault)
}

/** The same for a session as long as it is about the same line and the same release is live, and with it the keys of all that has been asked. */
function scopeOf({ brand: { currency }, policies }: CompiledRelease, session: Session, lineId: string | undefined): BssScope {
  const own = forSession(session)
  const known = own.scope
  if (known?.policies === policies && known.params.lineId === lineId) return known
  const { brand, customerId, partyId, partyType } = session
  const params = { customerId, partyId, partyType, ...(lineId !== undefined && { lineId }) }
  return (own.scope = { brand, currency, policies, params })
}

/** Somebody else's line and a line that does not exist are the same answer: nobody can find out which lines there are. */
function ownLine({ lines }: Session, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return lines[0]
  if (lines.includes(wanted)) return wanted
  const fault = { expected: "one of the customer's own lines", got: show(wanted), fix: 'Ask `me { lines { id } }` for them' }
  throw new ClientError('LINE_NOT_FOUND', 'No such line', fault)
}
