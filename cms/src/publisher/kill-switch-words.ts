import type { ClientPlatform, KillSwitch } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { widgets } from '@mosaic/widgets'

export const platformNames: Record<ClientPlatform, string> = { web: 'Web', ios: 'iOS', android: 'Android' }

/** A switch as an editor would tell a colleague: the kind, and where it is off. */
export function killSwitchWords({ kind, platform, from, until }: KillSwitch): { name: TwoLanguages; where: TwoLanguages } {
  const name = Object.hasOwn(widgets, kind) ? widgets[kind]?.label : undefined
  const since = from === undefined ? { it: '', en: '' } : { it: ` dalla versione ${from}`, en: ` from version ${from}` }
  const before = until === undefined ? { it: '', en: '' } : { it: ` fino alla ${until} esclusa`, en: ` until before ${until}` }
  return {
    name: name ?? { it: kind, en: kind },
    where: { it: `su ${platformNames[platform]}${since.it}${before.it}`, en: `on ${platformNames[platform]}${since.en}${before.en}` },
  }
}
