import type { Locale } from '@mosaic/schemas/text'
import { say } from './say.ts'
import type { ActionView } from './view-model.ts'

/** A telephone number as people write one: digits in groups, with a plus before them or not. */
export function isPhoneNumber(text: string): boolean {
  return /^\+?\d[\d ]{2,18}$/.test(text.trim())
}

/** Calls a number; `undefined` for what is none. The same address opens the telephone in an app and in a browser. */
export function callAction(contentId: string, number: string, locale: Locale): ActionView | undefined {
  if (!isPhoneNumber(number)) return undefined
  const address = `tel:${number.replaceAll(' ', '')}`
  return {
    __typename: 'OpenLink',
    id: `${contentId}:call`,
    label: { value: say(locale, { it: `Chiama ${number.trim()}`, en: `Call ${number.trim()}` }), lang: locale },
    deepLink: address,
    webUrl: address,
  }
}
