import { useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { clockText, dayText } from '../../../home/src/call-back/times.ts'
import { useNow } from '../../../home/src/device.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { useFreshness } from '../live/use-news.ts'
import { liveKeys } from '../live/keys.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { loadDocument } from './load.graphql.ts'
import { loadByDay, type Load, type LoadOfDay } from './load.ts'
import { messages } from './messages.ts'

/** How busy those who call back will be: each day, and the slots of it. */
export function LoadPanel() {
  const { ask, staff, locale } = useDesk()
  const texts = useTexts(messages)
  const now = useNow()
  const { staleTime, pollMs } = useFreshness()
  const isDrawn = staff.can.includes('callBacks')
  const load = useQuery({
    queryKey: [...liveKeys.callBacks, 'load'],
    queryFn: ({ signal }) => ask<{ callBackLoad: readonly Load[] }>(loadDocument, {}, signal).then(({ callBackLoad }) => callBackLoad),
    enabled: isDrawn,
    staleTime,
    refetchInterval: pollMs,
  })
  if (!isDrawn) return null
  const days = loadByDay(load.data ?? [])
  const names = { locale, today: texts.loadToday, tomorrow: texts.loadTomorrow, isFull: true }
  return (
    <Panel title={texts.loadTitle}>
      {load.isPending && <Loading locale={locale} lines={3} />}
      {load.isError && (
        <FailedLine locale={locale} retry={() => void load.refetch()}>
          {texts.loadFailed}
        </FailedLine>
      )}
      {load.isSuccess && days.length === 0 && <p className="desk-muted">{texts.loadNone}</p>}
      {days.map((day, index) => (
        <details key={day.id} className="load-day" open={index === 0}>
          <summary>
            <span>{dayText(day.times[0]?.startsAt ?? day.id, now, names)}</span>
            <Figure of={day} />
          </summary>
          <ul>
            {day.times.map((time) => (
              <li key={time.startsAt} data-full={time.booked >= time.capacity || undefined}>
                <span>{clockText(time.startsAt, locale)}</span>
                <Figure of={time} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  )
}

function Figure({ of: { booked, capacity } }: { of: Pick<LoadOfDay, 'booked' | 'capacity'> }) {
  const texts = useTexts(messages)
  return (
    <span className="load-figure">
      {texts.loadOf(booked, capacity)}
      {/* The figure stands beside it. */}
      <span className="load-bar" aria-hidden="true" style={{ '--share': Math.min(1, booked / Math.max(1, capacity)) } as CSSProperties} />
    </span>
  )
}
