'use client'
import { useRowLabel } from '@payloadcms/ui'
import { weekdayNames } from '../../publisher/care-words.ts'
import { useWords } from '../words/language.ts'
import { targetWords } from './words.ts'

/** One row of the hours in a line: "Lunedì 08:00–22:00 · 6 persone". */
export function HoursLabel() {
  const { data } = useRowLabel<{ day?: string; from?: string; until?: string; capacity?: number }>()
  const { language } = useWords()
  const words = targetWords[language]
  const day = weekdayNames[data?.day ?? '']?.[language]
  if (!day) return <span>{words.hoursToChoose}</span>
  const people = typeof data.capacity === 'number' ? ` · ${words.atATime(data.capacity)}` : ''
  return <span>{`${day} ${data.from ?? '…'}–${data.until ?? '…'}${people}`}</span>
}
