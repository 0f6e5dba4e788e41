'use client'
import { useRowLabel } from '@payloadcms/ui'
import type { KillSwitch } from '@mosaic/schemas/release'
import { killSwitchWords } from '../../publisher/kill-switch-words.ts'
import { withoutEmpty } from '../../reader/rows.ts'
import { useWords } from '../words/language.ts'

/** A switch in a sentence, as the publish page will say it; a question while it is not chosen yet. */
export function SwitchLabel() {
  const { data } = useRowLabel<Partial<KillSwitch>>()
  const { words, language } = useWords()
  const { kind, platform, from, until } = withoutEmpty(data) as Partial<KillSwitch>
  if (!kind || !platform) return <span>{words.switchToChoose}</span>
  const { name, where } = killSwitchWords({ kind, platform, from, until } as KillSwitch)
  return <span>{words.switchedOff(name[language], where[language])}</span>
}
