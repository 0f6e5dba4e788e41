import type { BrandCare, ReleaseBody } from '@mosaic/schemas/release'
import { weekdayNames } from '../care-words.ts'
import { error, inBrand, warning, type PublishIssue } from '../issues.ts'

/** How a brand's care is reached: hours that make sense, and what targets and menus need of it. */
export function checkCare(body: ReleaseBody): PublishIssue[] {
  const { care } = body.brand
  if (!care) return checkNoCare(body)
  return [...checkHours(body.brand.id, care), ...checkCallBacks(body, care), ...checkStores(body.brand.id, care)]
}

function checkNoCare({ brand, targets, menus, guides }: ReleaseBody): PublishIssue[] {
  if (targets.length + menus.length + guides.length === 0) return []
  return [
    warning(
      'care-missing',
      inBrand(brand.id, 'care', 'smsSender'),
      `«${brand.name}»: ci sono destinazioni, menu o guide, ma l’assistenza del marchio non è compilata: nessuno può mandarle. Comincia dal mittente degli SMS.`,
      `"${brand.name}": there are targets, menus or guides, but the care of the brand is not filled in: nobody can send them. Begin with the sender of SMS.`,
    ),
  ]
}

function checkHours(brand: string, { hours, slotMinutes }: BrandCare): PublishIssue[] {
  return hours.flatMap(({ day, from, until }, index) => {
    const { it, en } = weekdayNames[day] ?? { it: String(day), en: String(day) }
    const other = hours.slice(0, index).find((earlier) => earlier.day === day && earlier.from < until && from < earlier.until)
    if (other) {
      return error(
        'hours-overlap',
        inBrand(brand, 'care', 'hours', index, 'from'),
        `Orari di assistenza, ${it}: ${from}–${until} si accavalla con ${other.from}–${other.until}. Separali.`,
        `Hours of care, ${en}: ${from}–${until} overlaps ${other.from}–${other.until}. Keep them apart.`,
      )
    }
    // Reversed ones are said by the check of references.
    const minutes = minutesOf(until) - minutesOf(from)
    if (minutes <= 0 || minutes >= slotMinutes) return []
    return warning(
      'hours-too-short',
      inBrand(brand, 'care', 'hours', index, 'until'),
      `Orari di assistenza, ${it}: fra ${from} e ${until} non ci sta una fascia di ${slotMinutes} minuti.`,
      `Hours of care, ${en}: between ${from} and ${until} there is no room for ${slotMinutes} minutes.`,
    )
  })
}

/** An end that says "we call you back" is none where nobody ever does. */
function checkCallBacks({ brand, menus, guides }: ReleaseBody, { hours }: BrandCare): PublishIssue[] {
  if (hours.length > 0) return []
  const user =
    menus.find(({ nodes }) => nodes.some(({ options }) => options.some(({ callBack }) => callBack === true))) ??
    guides.find(({ steps }) => steps.some(({ outcome }) => outcome === 'callBack'))
  if (!user) return []
  return [
    error(
      'call-back-never',
      inBrand(brand.id, 'care', 'hours'),
      `«${user.name}» promette di richiamare, ma «${brand.name}» non ha orari. Scrivili, o togli la richiamata.`,
      `"${user.name}" promises to call back, but "${brand.name}" has no hours. Write them, or take the call-back away.`,
    ),
  ]
}

function checkStores(brand: string, { stores }: BrandCare): PublishIssue[] {
  return (['ios', 'android'] as const).flatMap((name) => {
    const address = stores[name]
    if (address === undefined || (URL.canParse(address) && address.startsWith('https://'))) return []
    return error(
      'store-address',
      inBrand(brand, 'care', 'stores', name),
      `«${address}» non è un indirizzo sicuro da cui scaricare l’app. Scrivilo per intero, con https://.`,
      `"${address}" is no safe address to get the app from. Write it whole, with https://.`,
    )
  })
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return 60 * hours + minutes
}
