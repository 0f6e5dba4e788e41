import { codeCharacters, fillSms, linkPath, segmentSeptets, sizeOfTemplate, templateFaults, tokenCharacters } from '@mosaic/schemas/sms'
import { originToMeasure } from '../../publisher/link-origin.ts'
import type { TargetWords } from './words.ts'

export type SmsState = {
  /** As a customer gets it, with a link and a code as long as real ones. */
  text: string
  septets: number
  faults: string[]
  /** Whether all that is foreign to an SMS can be written otherwise. */
  isMendable: boolean
}

/** What a text makes as SMS, and what is wrong with it, in words. */
export function smsState(template: string, linkOrigin: string, words: TargetWords): SmsState {
  const origin = originToMeasure(linkOrigin === '' ? undefined : { linkOrigin })
  const { septets, foreign } = sizeOfTemplate(template, origin)
  const over = septets - segmentSeptets
  return {
    text: fillSms(template, { link: origin + linkPath + sample(tokenCharacters), code: sample(codeCharacters) }),
    septets,
    faults: [
      ...templateFaults(template).map((fault) => words[fault]),
      ...(foreign.length > 0 ? [words.foreign(foreign.join(' '))] : []),
      ...(over > 0 ? [words.tooLong(over)] : []),
    ],
    isMendable: foreign.length > 0 && sizeOfTemplate(mended(template), origin).foreign.length < foreign.length,
  }
}

/** What word processors write, as an SMS can carry it: it would count as a picture otherwise, with room for 70 characters. */
export function mended(template: string): string {
  return template
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('\u00a0', ' ')
}

/** Signs such as tokens and codes are made of. */
function sample(length: number): string {
  return 'K7XM9QRTW4BHPZ2VNCDF6J'.slice(0, length).padEnd(length, 'X')
}
