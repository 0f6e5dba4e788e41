import { useId, useMemo } from 'react'
import { useApp, useMessages } from '../app-context.tsx'
import { Choice } from '../ui/choice.tsx'
import type { CallBackTime } from './call-backs.ts'
import { clockText, dayText, daysOf } from './times.ts'

type TimePickerProps = { times: readonly CallBackTime[]; chosen: string; now: Date; onChoose: (startsAt: string) => void }

/** A day, then a time of it: radio buttons both, so that arrow keys walk through them. */
export function TimePicker({ times, chosen, now, onChoose }: TimePickerProps) {
  const { locale } = useApp()
  const texts = useMessages()
  const name = useId()
  const days = useMemo(() => daysOf(times), [times])
  const day = days.find(({ times: ofDay }) => ofDay.some(({ startsAt }) => startsAt === chosen)) ?? days[0]
  if (!day) return undefined
  const names = { locale, today: texts.callBackToday, tomorrow: texts.callBackTomorrow }
  return (
    <>
      <Choice
        legend={texts.callBackDay}
        value={day.id}
        options={days.map(({ id, times: [first] }) => ({ value: id, label: first ? dayText(first.startsAt, now, names) : id }))}
        onChange={(id) => {
          const first = days.find((each) => each.id === id)?.times[0]
          if (first) onChoose(first.startsAt)
        }}
      />
      <fieldset className="choice times">
        <legend>{texts.callBackTime}</legend>
        <div className="times-options">
          {day.times.map(({ startsAt }) => (
            <label key={startsAt} className="choice-option">
              <input type="radio" name={name} value={startsAt} checked={startsAt === chosen} onChange={() => onChoose(startsAt)} />
              <span>{clockText(startsAt, locale)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
