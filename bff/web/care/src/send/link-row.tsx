import type { ReactNode } from 'react'
import { useNow } from '../../../home/src/device.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { timeText } from '../ui/format.ts'
import { Way } from './link-card.tsx'
import { messages } from './messages.ts'
import { shownState, toneOf } from './progress.ts'
import type { HandOver } from './types.ts'

/** A link in a few words, and its way as a bar; `title` leads to more. */
export function LinkRow({ link, title, whose }: { link: HandOver; title: ReactNode; whose?: string }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const shown = shownState(link, useNow(5_000))
  return (
    <li data-tone={toneOf(shown)}>
      {title}
      <span className="sent-row-code">{link.code}</span>
      <span className="sent-row-state">
        {texts.states[shown] ?? shown} · {timeText(link.events.at(-1)?.at ?? link.issuedAt, locale)}
      </span>
      {whose !== undefined && <span className="desk-muted">{whose}</span>}
      <Way link={link} shown={shown} isSmall />
    </li>
  )
}
