import type { OfferEligibility } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import { say } from './say.ts'

/** What a line is known not to be able to have, by offering, each with why in words. Of everything else nobody knows that, and it is offered. */
export function unavailableFor(eligibility: readonly OfferEligibility[] | undefined, locale: Locale): ReadonlyMap<string, string> {
  const refused = (eligibility ?? []).filter(({ isEligible }) => !isEligible)
  return new Map(refused.map((one) => [one.offeringId, say(locale, unavailableTexts(one))]))
}

/** What a line that cannot have an offering is told, in a sentence or two: that, and why, where this version has words for it. */
export function unavailableTexts({ reason }: Pick<OfferEligibility, 'reason'>): TwoLanguages {
  const why = reason !== undefined && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined
  return why ? { it: `${unavailable.it}: ${why.it}`, en: `${unavailable.en}: ${why.en}` } : unavailable
}

const unavailable = { it: 'Non disponibile per la tua linea', en: 'Not available for your line' }

const reasons: Readonly<Record<string, TwoLanguages>> = {
  lineNotActive: { it: 'la linea non è attiva', en: 'the line is not active' },
  forBusiness: { it: 'è riservata alle aziende', en: 'it is for companies' },
  forConsumers: { it: 'è riservata ai privati', en: 'it is for private customers' },
  notForDevice: { it: 'non è prevista per questo dispositivo', en: 'it is not meant for this device' },
  dataOnly: { it: 'la tua SIM è solo per i dati', en: 'your SIM is for data only' },
  includedInPlan: { it: 'il tuo piano la comprende già', en: 'your plan includes it already' },
  lineTooNew: { it: 'la linea è attiva da poco', en: 'the line has not been active for long enough' },
}
