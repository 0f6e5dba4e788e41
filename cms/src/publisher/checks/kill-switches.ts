import { clientPlatforms, type ReleaseBody } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { error, inBrand, warning, type PublishIssue } from '../issues.ts'
import { killSwitchWords } from '../kill-switch-words.ts'

/** A switch of a kind that does not exist turns nothing off; one that holds for every app there is hides a kind that could as well be taken from the pages. */
export function checkKillSwitches({ brand }: ReleaseBody): PublishIssue[] {
  const switches = brand.killSwitches ?? []
  const unknown = switches.flatMap(({ kind }, index) => {
    if (Object.hasOwn(widgets, kind)) return []
    const place = inBrand(brand.id, 'killSwitches', index, 'kind')
    return error(
      'kind-unknown',
      place,
      `«${brand.name}»: si disattiva un tipo di widget che non esiste, «${kind}». Scegline uno dall’elenco, o togli la riga.`,
      `"${brand.name}": it switches off a kind of widget that does not exist, "${kind}". Choose one from the list, or remove the row.`,
    )
  })
  const everywhere = Object.keys(widgets).flatMap((kind) => {
    const whole = switches.filter((one) => one.kind === kind && one.from === undefined && one.until === undefined)
    const isEverywhere = clientPlatforms.every((platform) => whole.some((one) => one.platform === platform))
    const first = whole[0]
    if (!isEverywhere || !first) return []
    const place = inBrand(brand.id, 'killSwitches', switches.indexOf(first))
    const { name } = killSwitchWords(first)
    return warning(
      'kind-off-everywhere',
      place,
      `«${brand.name}»: «${name.it}» è disattivato in tutte le app. Se è per sempre, toglilo dalle pagine.`,
      `"${brand.name}": "${name.en}" is switched off in all apps. If that is for good, take it from the pages.`,
    )
  })
  return [...unknown, ...everywhere]
}
