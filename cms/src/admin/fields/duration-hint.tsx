'use client'
import { useField } from '@payloadcms/ui'
import { useWords } from '../words/language.ts'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

/** Below a number of milliseconds, how long that is: 3600000 → "= 1 hour". */
export function DurationHint({ path }: { path: string }) {
  const { value } = useField<number | undefined>({ path })
  const { language } = useWords()
  const [unit, size] = units.find(([, size]) => typeof value === 'number' && value >= size) ?? []
  if (!unit || !size || !value) return null
  const text = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(value / size)
  return <p className="field-description">= {text}</p>
}
