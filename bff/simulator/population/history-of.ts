import { createRandom, type Random } from './random.ts'
import type { SimLine } from './types.ts'

/** What a line used in one calendar month. Data in MB, voice in minutes, SMS in messages. */
export type SimMonth = { month: Date; dataMb: number; voiceMinutes: number; sms: number; costCents: number }

const monthsKept = 12

/** The months that are over, newest first, back to the line's first one and at most a year. */
export function usageHistoryOf(line: SimLine, seed: number, today: Date): SimMonth[] {
  const random = createRandom(seed, `history-${line.id}`)
  const habit = { data: random.integer(4_000, 70_000), voice: random.integer(20, 500), sms: random.integer(0, 40) }
  const months: SimMonth[] = []
  for (let age = 1; age <= monthsKept; age++) {
    const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - age, 1, 12))
    const end = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - age + 1, 1))
    if (end <= line.activatedOn) break
    const swing = () => 0.6 + 0.8 * random.next()
    months.push({
      month,
      dataMb: Math.round(habit.data * swing()),
      voiceMinutes: line.kind === 'voice' ? Math.round(habit.voice * swing()) : 0,
      sms: line.kind === 'voice' ? Math.round(habit.sms * swing()) : 0,
      costCents: line.monthlyCents + extraOf(line, random),
    })
  }
  return months
}

/** What is paid beyond the plan: a base plan pays for what it uses. */
function extraOf(line: SimLine, random: Random): number {
  if (line.planType === 'base') return random.integer(100, 900)
  return random.chance(0.25) ? random.integer(50, 600) : 0
}
