/* How a text travels as SMS: the CMS counts with it while one writes, the desk before one sends, and the BFF refuses by it. */

/** The basic table of GSM 03.38: seven bits each. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Behind an escape: they count twice. */
const extended = '^{}\\[~]|€'
const septets = new Map<string, number>([
  ...Array.from(basic, (sign) => [sign, 1] as const),
  ...Array.from(extended, (sign) => [sign, 2] as const),
])

export const segmentSeptets = 160
/** A token in an address: 128 bits in base64url. */
export const tokenCharacters = 22
export const codeCharacters = 4
/** What stands between the origin and the token. */
export const linkPath = '/a/'

export type SmsSize = {
  /** Seven-bit signs it takes; more than `segmentSeptets` is more than one SMS. */
  septets: number
  /** Signs that no SMS of this kind can carry: one of them makes all signs twice as large. Each once. */
  foreign: readonly string[]
  isOneSegment: boolean
}

export function smsSize(text: string): SmsSize {
  const foreign = new Set<string>()
  let count = 0
  for (const sign of text) {
    const own = septets.get(sign)
    if (own === undefined) foreign.add(sign)
    count += own ?? 0
  }
  return { septets: count, foreign: [...foreign], isOneSegment: foreign.size === 0 && count <= segmentSeptets }
}

/** The text as it is sent. `{link}` and `{code}` are the only things that are put in: nothing about a customer is. */
export function fillSms(template: string, { link, code }: { link: string; code: string }): string {
  return template.replaceAll('{link}', () => link).replaceAll('{code}', () => code)
}

/** The largest that it can become, for an origin. */
export function sizeOfTemplate(template: string, origin: string): SmsSize {
  return smsSize(fillSms(template, { link: origin + linkPath + 'x'.repeat(tokenCharacters), code: 'X'.repeat(codeCharacters) }))
}

/** Braces that are no place for a link or a code, and places that are not there exactly once. */
export function templateFaults(template: string): ('noLink' | 'noCode' | 'strangeBrace')[] {
  const once = (name: string) => template.split(name).length === 2
  const rest = template.replaceAll('{link}', '').replaceAll('{code}', '')
  return [
    ...(once('{link}') ? [] : (['noLink'] as const)),
    ...(once('{code}') ? [] : (['noCode'] as const)),
    ...(/[{}]/.test(rest) ? (['strangeBrace'] as const) : []),
  ]
}
