import { localDay, localMinutes, parseInstant, startOfDay, weekdayOf, weekdays, type Weekday } from '@mosaic/schemas/calendar'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { FieldIssue } from './definition.ts'
import { date, rows, select, type FieldValues } from './fields.ts'
import type { Format } from './format.ts'
import type { Moment } from './moment.ts'
import { say } from './say.ts'

/* When somebody is there: what editors write, what is wrong with it, and what it says at a moment. Hours are those of the brand's clock. */

/** What editors fill in, for kinds that have opening hours. */
export const openingFields = {
  openingHours: rows({
    label: { it: 'Orari di apertura', en: 'Opening hours' },
    help: {
      it: 'Una riga per ogni fascia. Con gli orari il widget dice se adesso c’è qualcuno e quando riapre',
      en: 'One row for each stretch. With hours the widget says whether somebody is there now, and when again',
    },
    maxRows: 14,
    of: {
      days: select({
        label: { it: 'Giorni', en: 'Days' },
        required: true,
        options: [
          { value: 'everyDay', label: { it: 'Tutti i giorni', en: 'Every day' } },
          { value: 'weekdays', label: { it: 'Dal lunedì al venerdì', en: 'Monday to Friday' } },
          { value: 'mon', label: { it: 'Lunedì', en: 'Monday' } },
          { value: 'tue', label: { it: 'Martedì', en: 'Tuesday' } },
          { value: 'wed', label: { it: 'Mercoledì', en: 'Wednesday' } },
          { value: 'thu', label: { it: 'Giovedì', en: 'Thursday' } },
          { value: 'fri', label: { it: 'Venerdì', en: 'Friday' } },
          { value: 'sat', label: { it: 'Sabato', en: 'Saturday' } },
          { value: 'sun', label: { it: 'Domenica', en: 'Sunday' } },
        ],
      }),
      opensAt: select({ label: { it: 'Apre alle', en: 'Opens at' }, required: true, options: halfHours(0, 47) }),
      closesAt: select({
        label: { it: 'Chiude alle', en: 'Closes at' },
        help: { it: '24:00 è la fine del giorno', en: '24:00 is the end of the day' },
        required: true,
        options: halfHours(1, 48),
      }),
    },
  }),
  closedOn: rows({
    label: { it: 'Giorni di chiusura', en: 'Days closed' },
    help: { it: 'Le feste: quel giorno non c’è nessuno', en: 'Holidays: nobody is there on that day' },
    maxRows: 40,
    of: { day: date({ label: { it: 'Giorno', en: 'Day' }, required: true }) },
  }),
}

export type OpeningFields = FieldValues<typeof openingFields>
type Stretch = NonNullable<OpeningFields['openingHours']>[number]

/** What is wrong with them: an end before its beginning, two rows that overlap, days closed without hours. */
export function checkOpening({ openingHours = [], closedOn }: OpeningFields): FieldIssue[] {
  const backwards = openingHours.flatMap(({ opensAt, closesAt }, row): FieldIssue[] =>
    minutesOf(closesAt) > minutesOf(opensAt)
      ? []
      : [
          {
            path: `/openingHours/${row}/closesAt`,
            expected: `a time after ${opensAt}`,
            got: closesAt,
            fix: `Correct row ${row + 1}. For hours that go past midnight write two rows: one up to 24:00, and one from 00:00 of the next day.`,
          },
        ],
  )
  const overlapping = openingHours.flatMap((stretch, row): FieldIssue[] => {
    const other = openingHours.findIndex((before, at) => at < row && overlap(before, stretch))
    if (other < 0) return []
    return [
      {
        path: `/openingHours/${row}/opensAt`,
        expected: `hours that are not in row ${other + 1} already`,
        got: `${stretch.opensAt}–${stretch.closesAt}`,
        fix: `Rows ${other + 1} and ${row + 1} overlap on the same day: change one, or make one row of them.`,
      },
    ]
  })
  const idle: FieldIssue[] =
    closedOn && openingHours.length === 0
      ? [
          {
            path: '/closedOn',
            expected: 'opening hours beside them',
            got: 'none',
            fix: 'Write the opening hours, or remove the days closed.',
          },
        ]
      : []
  return [...backwards, ...overlapping, ...idle]
}

/** Whether somebody is there, and when that turns: ISO 8601, absent where it does not for two weeks. */
type Opening = { isOpen: boolean; turnsAt?: string | undefined; text: string }

/** `undefined` where no hours are written. */
export function openingAt({ openingHours, closedOn }: OpeningFields, moment: Moment, format: Format): Opening | undefined {
  if (!openingHours) return undefined
  const { timeZone } = format
  const today = moment.dayIn(timeZone)
  const holidays = (closedOn ?? []).map(({ day }) => parseInstant(day)).filter((day) => !Number.isNaN(day))
  const closed = new Set(holidays.map((day) => localDay(day, timeZone)))
  for (const [opens, closes] of stretchesFrom(today, openingHours, closed, timeZone)) {
    const [opensAt, closesAt] = [iso(opens), iso(closes)]
    if (moment.isWithin(closesAt, 0)) continue
    const isOpen = moment.isWithin(opensAt, 0)
    // What lasts as long as one looks ahead may well last longer.
    const turnsAt = !isOpen ? opensAt : closes < startOfDay(today + daysAhead, timeZone) ? closesAt : undefined
    return { isOpen, turnsAt, text: sentence(isOpen, turnsAt, today, format) }
  }
  return { isOpen: false, text: sentence(false, undefined, today, format) }
}

const daysAhead = 14

type Instants = [opens: number, closes: number]

/** From when until when, in order; what ends when the next begins is one. Days are looked at only as far as they are asked for. */
function* stretchesFrom(
  today: number,
  openingHours: readonly Stretch[],
  closed: ReadonlySet<number>,
  timeZone: string,
): Generator<Readonly<Instants>> {
  let last: Instants | undefined
  for (let day = today; day < today + daysAhead; day++) {
    if (closed.has(day)) continue
    const ofDay = openingHours.filter(({ days }) => daysOf(days).includes(weekdayOf(day)))
    for (const { opensAt, closesAt } of ofDay.toSorted((one, other) => minutesOf(one.opensAt) - minutesOf(other.opensAt))) {
      const [opens, closes] = [instantOf(day, minutesOf(opensAt), timeZone), instantOf(day, minutesOf(closesAt), timeZone)]
      if (last && last[1] >= opens) {
        last[1] = Math.max(last[1], closes)
        continue
      }
      if (last) yield last
      last = [opens, closes]
    }
  }
  if (last) yield last
}

/** The instant of a time on the wall. One that a change of clocks leaves out is the same time after midnight; of one that comes twice, the first. */
function instantOf(day: number, minutes: number, timeZone: string): number {
  if (minutes === dayMinutes) return startOfDay(day + 1, timeZone)
  const guess = startOfDay(day, timeZone) + minutes * minuteMs
  const corrected = guess + (minutes - localMinutes(guess, timeZone)) * minuteMs
  return localMinutes(corrected, timeZone) === minutes ? corrected : guess
}

const minuteMs = 60_000
const dayMinutes = 24 * 60

function sentence(isOpen: boolean, turnsAt: string | undefined, today: number, format: Format): string {
  const { locale } = format
  if (turnsAt === undefined) return say(locale, isOpen ? { it: 'Aperto ora', en: 'Open now' } : { it: 'Chiuso ora', en: 'Closed now' })
  const when = whenOf(turnsAt, today, isOpen, format)
  return say(
    locale,
    isOpen
      ? { it: `Aperto ora, fino ${when.it}`, en: `Open now, until ${when.en}` }
      : { it: `Chiuso, riapre ${when.it}`, en: `Closed, opens again ${when.en}` },
  )
}

/** "alle 22", "domani alle 8", "lunedì 30 novembre alle 8:30". */
function whenOf(instant: string, today: number, isEnd: boolean, format: Format): TwoLanguages {
  const { timeZone } = format
  const at = parseInstant(instant)
  const minutes = localMinutes(at, timeZone)
  // People count midnight to the day that ends with it.
  const day = localDay(at, timeZone) - (minutes === 0 ? 1 : 0)
  const time = timeOf(minutes, format.time(instant))
  if (day === today) return { it: time.it, en: isEnd ? time.en : `today at ${time.en}` }
  if (day === today + 1)
    return isEnd ? { it: `${time.it} di domani`, en: `${time.en} tomorrow` } : { it: `domani ${time.it}`, en: `tomorrow at ${time.en}` }
  const name = format.weekday(iso(startOfDay(day, timeZone)))
  return isEnd ? { it: `${time.it} di ${name}`, en: `${time.en} on ${name}` } : { it: `${name} ${time.it}`, en: `on ${name} at ${time.en}` }
}

function timeOf(minutes: number, clock: string): TwoLanguages {
  if (minutes === 0) return { it: 'a mezzanotte', en: 'midnight' }
  if (minutes === dayMinutes / 2) return { it: 'a mezzogiorno', en: clock }
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60]
  const time = rest === 0 ? String(hour) : `${hour}:${String(rest).padStart(2, '0')}`
  return { it: hour === 1 ? `all’${time}` : `alle ${time}`, en: clock }
}

function overlap(one: Stretch, other: Stretch): boolean {
  const isSameDay = daysOf(one.days).some((day) => daysOf(other.days).includes(day))
  return isSameDay && minutesOf(one.opensAt) < minutesOf(other.closesAt) && minutesOf(other.opensAt) < minutesOf(one.closesAt)
}

function daysOf(days: Stretch['days']): readonly Weekday[] {
  if (days === 'everyDay') return weekdays
  return days === 'weekdays' ? weekdays.slice(0, 5) : [days]
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

type TwoDigits = `${0 | 1 | 2}${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
type HalfHour = `${TwoDigits}:${'00' | '30'}`

/** From one half-hour of the day to another, both included. */
function halfHours(from: number, to: number): { value: HalfHour; label: TwoLanguages }[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const half = from + index
    const value = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}` as HalfHour
    return { value, label: { it: value, en: value } }
  })
}
