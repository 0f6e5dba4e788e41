import type { Money } from '@mosaic/schemas/bss'
import type { Format } from './format.ts'
import { say } from './say.ts'

/** A price with how often it is paid: "9,99 € al mese" · "5,00 € una tantum". */
export function priceSentence({ format }: { format: Pick<Format, 'locale' | 'money'> }, price: Money, isRecurring: boolean): string {
  const { text } = format.money(price)
  return isRecurring
    ? say(format.locale, { it: `${text} al mese`, en: `${text} a month` })
    : say(format.locale, { it: `${text} una tantum`, en: `${text} one-off` })
}
