import type { Money } from '@mosaic/schemas/bss'
import type { Locale } from '@mosaic/schemas/text'
import type { MoneyView } from './view-model.ts'

/** Numbers, money and dates as people of one language read them, in the brand's time zone. */
export type Format = {
  locale: Locale
  timeZone: string
  money: (money: Money) => MoneyView
  number: (value: number, fractionDigits?: number) => string
  /** 1,250 MB → "1,25 GB". Binary-free: 1 GB = 1,000 MB, as operators sell it. */
  data: (megabytes: number) => string
  /** "14 marzo" · "14 March"; with the year when it is not this year. */
  date: (instant: string) => string
  /** The same with the day of the week: "venerdì 27 novembre" · "Friday 27 November". */
  weekday: (instant: string) => string
  /** "09:30". */
  time: (instant: string) => string
  /** A number grouped for reading aloud: 333 123 4567. */
  msisdn: (msisdn: string) => string
}

const languageTags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' }

/** Formatters are costly to build and cheap to use: one per locale, zone and currency is kept by the caller. */
export function createFormat(locale: Locale, timeZone: string, now: () => Date): Format {
  const tag = languageTags[locale]
  const formatters = new Map<number, Intl.NumberFormat>()
  const currencies = new Map<string, ReturnType<typeof currencyFormat>>()
  // Asking the runtime costs microseconds, and the same prices, thresholds and days are asked for by everybody.
  const amounts = new Map<string, MoneyView>()
  const dates = new Map<string, string>()
  const moments = new Map<string, string>()
  const numbers = new Map<string, string>()
  const dayMonth = new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'long' })
  const dayMonthYear = new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
  const dayOfWeek = new Intl.DateTimeFormat(tag, { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
  const hourMinute = new Intl.DateTimeFormat(tag, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' })

  const formatterOf = (fractionDigits: number) =>
    remember(formatters, fractionDigits, () => new Intl.NumberFormat(tag, { maximumFractionDigits: fractionDigits }))
  const number = (value: number, fractionDigits = 0) =>
    rememberSome(numbers, `${value} ${fractionDigits}`, () => formatterOf(fractionDigits).format(value + 0))

  const money = (minor: number, currency: string): MoneyView => {
    const { formatter, digits } = remember(currencies, currency, () => currencyFormat(tag, currency))
    const amount = decimal(minor, digits)
    return { amount, currency, text: formatter.format(amount as Intl.StringNumericLiteral) }
  }
  const date = (instant: string) => {
    const at = new Date(instant)
    return year.format(at) === year.format(now()) ? dayMonth.format(at) : dayMonthYear.format(at)
  }

  return {
    locale,
    timeZone,
    number,
    money: ({ minor, currency }) => rememberSome(amounts, `${minor} ${currency}`, () => money(minor, currency)),
    data: (megabytes) => (megabytes >= 1_000 ? `${number(megabytes / 1_000, 2)} GB` : `${number(megabytes)} MB`),
    date: (instant) => rememberSome(dates, instant, () => date(instant)),
    weekday: (instant) => rememberSome(moments, `day ${instant}`, () => dayOfWeek.format(new Date(instant)).replace(',', '')),
    time: (instant) => rememberSome(moments, instant, () => hourMinute.format(new Date(instant))),
    msisdn: (msisdn) => msisdn.replace(/^(\+?39)?(\d{3})(\d{3})(\d+)$/, (_, _prefix, a, b, c) => `${a} ${b} ${c}`),
  }
}

/** Minor units as a decimal string, without ever becoming a float: 1234, 2 → "12.34". */
export function decimal(minor: number, digits: number): string {
  const sign = minor < 0 ? '-' : ''
  const whole = String(Math.abs(minor)).padStart(digits + 1, '0')
  return digits === 0 ? sign + whole : `${sign}${whole.slice(0, -digits)}.${whole.slice(-digits)}`
}

function currencyFormat(tag: string, currency: string) {
  const formatter = new Intl.NumberFormat(tag, { style: 'currency', currency })
  return { formatter, digits: formatter.resolvedOptions().maximumFractionDigits ?? 2 }
}

/** Of things there is no end of, so many are remembered. */
const rememberedAtMost = 2_000

function rememberSome<V>(map: Map<string, V>, key: string, make: () => V): V {
  if (map.size >= rememberedAtMost) map.clear()
  return remember(map, key, make)
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
