import { ClientError } from '../client-error.ts'

/** What somebody may have meant who typed a text into the search: each of these is tried. */
export type Wanted = {
  /** In E.164. */
  msisdn: string | undefined
  /** As typed, and as codes are mostly written. */
  codes: readonly string[]
  /** The words of a name, without accents and in lower case. */
  words: readonly string[]
}

const shortest = 3
const longest = 60

/**
 * A number with or without prefix, blanks and dashes; a customer's code; a name or parts of it.
 *
 * @throws {ClientError} BAD_INPUT for a text that is too short or too long
 */
export function wantedBy(typed: string): Wanted {
  const text = typed.trim().replaceAll(/\s+/g, ' ')
  if (text.length < shortest || text.length > longest) {
    const fault = {
      expected: `a text of ${shortest} to ${longest} characters`,
      got: `${text.length}`,
      fix: 'Type more of the number, the name or the code',
    }
    throw new ClientError('BAD_INPUT', 'Nothing can be searched for by this text', fault)
  }
  const isCode = /^[A-Za-z]{0,4}-?\d[A-Za-z\d-]*$/.test(text)
  return {
    msisdn: msisdnOf(text),
    codes: isCode ? [...new Set([text, text.toUpperCase()])] : [],
    words: /\p{L}/u.test(text) && !isCode ? folded(text).split(' ') : [],
  }
}

/** A telephone number as it is kept, however it was written; absent when it is none. Without a prefix it is one of the country's. */
export function msisdnOf(text: string, prefix = '39'): string | undefined {
  const plain = text.replaceAll(/[\s./()-]/g, '').replace(/^00/, '+')
  if (/^\+[1-9]\d{7,14}$/.test(plain)) return plain
  if (!/^\d{6,14}$/.test(plain)) return undefined
  // Ten digits are a number of the country even when it begins like the prefix: 393 and 399 are mobile prefixes.
  return plain.startsWith(prefix) && plain.length > 10 ? `+${plain}` : `+${prefix}${plain}`
}

/** Whether a name has all the words, each at the beginning of one of its own or within it. */
export function hasWords(name: string, words: readonly string[]): boolean {
  const text = folded(name)
  return words.every((word) => text.includes(word))
}

/** How well a name fits: words that begin like those that were typed come first. */
export function fitOf(name: string, words: readonly string[]): number {
  const own = folded(name).split(' ')
  return words.filter((word) => own.some((one) => one.startsWith(word))).length
}

/** The longest of the words as a pattern for the systems' own search, which knows nothing of accents: each letter stands for its accented ones too. */
export function patternOf(words: readonly string[]): string {
  const word = words.toSorted((one, other) => other.length - one.length)[0] ?? ''
  return word.replaceAll(/./gu, (letter) => variants[letter] ?? (/[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter))
}

const variants: Readonly<Record<string, string>> = {
  a: '[aàáâä]',
  c: '[cç]',
  e: '[eèéêë]',
  i: '[iìíîï]',
  n: '[nñ]',
  o: '[oòóôö]',
  u: '[uùúûü]',
  "'": "['’]",
}

/** For comparing: without accents, in lower case, with one kind of apostrophe. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}
