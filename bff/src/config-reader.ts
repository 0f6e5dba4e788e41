import { readFileSync } from 'node:fs'
import { show } from '@mosaic/schemas/errors'

export type Environment = Readonly<Record<string, string | undefined>>
export type ConfigReader = ReturnType<typeof createReader>

/** One reader a type; a bad value is noted and the default stands in, so that all problems are found in one go. */
export function createReader(env: Environment, problems: string[]) {
  const value = (name: string) => env[name]?.trim() || undefined
  const problem = (name: string, expected: string, got: string, fix: string) =>
    problems.push(`${name}: expected ${expected}, got ${show(got)}. ${fix}`)
  const contents = (name: string, file: string, fix: string): string | undefined => {
    try {
      return readFileSync(file, 'utf8').trim()
    } catch (cause) {
      const got = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
      problem(name, 'a file that can be read', `${file} (${got})`, fix)
      return undefined
    }
  }

  return {
    /** Something is wrong that only the caller can see. */
    problem,

    text: (name: string, fallback: string) => value(name) ?? fallback,

    integer: (name: string, fallback: number, minimum: number, maximum: number): number => {
      const text = value(name)
      if (text === undefined) return fallback
      const number = Number(text)
      if (/^\d+$/.test(text) && number >= minimum && number <= maximum) return number
      problem(name, `a whole number from ${minimum} to ${maximum}`, text, `Set it to one, or unset it for ${fallback}`)
      return fallback
    },

    url: (name: string, fallback: string): URL => {
      const text = value(name)
      const url = URL.parse(text ?? fallback)
      if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url
      // Never echo an address that carries a password.
      const got = url?.password ? 'an address with a password in it' : (text ?? fallback)
      problem(name, 'an http or https address without credentials', got, `Set it to one, or unset it for ${fallback}`)
      return new URL('http://invalid.invalid')
    },

    /** The address of something that is not there in every installation: `undefined` when it is not set. Credentials have variables of their own. */
    address: (name: string, protocols: readonly string[], example: string): URL | undefined => {
      const text = value(name)
      if (text === undefined) return undefined
      const url = URL.parse(text)
      if (url && protocols.includes(url.protocol) && !url.password) return url
      problem(
        name,
        `an address without a password, such as ${example}`,
        // What cannot be read as an address may hold a password all the same.
        url && !url.password ? text : 'another text',
        'Set it to one, or unset it',
      )
      return undefined
    },

    oneOf: <T extends string>(name: string, fallback: T, values: readonly T[]): T => {
      const text = value(name)
      const found = values.find((candidate) => candidate === text)
      if (text === undefined || found !== undefined) return found ?? fallback
      problem(name, `one of ${values.join(', ')}`, text, `Set it to one of them, or unset it for ${fallback}`)
      return fallback
    },

    /** A secret: from the variable, or from the file that `<NAME>_FILE` names. It is never repeated in a message. `neededBy` cannot do without it. */
    secret: (name: string, neededBy?: string): string | undefined => {
      const file = value(`${name}_FILE`)
      if (file !== undefined) return contents(`${name}_FILE`, file, `Set it to the file with the secret, or set ${name}`)
      const secret = value(name)
      if (secret === undefined && neededBy)
        problem(name, `the secret of ${neededBy}`, 'nothing', `Set it or ${name}_FILE, or unset ${neededBy}`)
      return secret
    },

    /** What stands in the file that a variable names. Nothing of it is repeated in a message. */
    file: (name: string, expected: string, isExpected: (text: string) => boolean): string | undefined => {
      const file = value(name)
      const text = file === undefined ? undefined : contents(name, file, 'Set it to one, or unset it')
      if (text === undefined || isExpected(text)) return text
      problem(name, expected, `something else in ${file}`, 'Set it to one, or unset it')
      return undefined
    },

    /** The same as `optional` for what may hold a secret by mistake: it is never repeated in a message. */
    hidden: (name: string, pattern: RegExp, expected: string): string | undefined => {
      const text = value(name)
      if (text === undefined || pattern.test(text)) return text
      problem(name, expected, 'something else', 'Set it to one, or unset it')
      return undefined
    },

    optional: (name: string, pattern: RegExp, expected: string): string | undefined => {
      const text = value(name)
      if (text === undefined || pattern.test(text)) return text
      problem(name, expected, text, 'Set it to one, or unset it')
      return undefined
    },
  }
}
