import { badRequest } from '../http/problem.ts'
import type { Representation } from './resource.ts'

const comparisons = {
  eq: (order: number) => order === 0,
  ne: (order: number) => order !== 0,
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
} as const
type Comparison = keyof typeof comparisons

/**
 * A TMF630 filter: `relatedParty.id=C-0001`, `status=active,suspended` (either), `billDate.gte=2026-01-01`. A path goes through
 * lists: it holds when it holds for one of the elements. `name.regex=fer` holds for whatever contains it. @throws {HttpProblem} 400 for an attribute the contract does not have
 */
export function filterOf(key: string, values: readonly string[], attributes: readonly string[]): (item: Representation) => boolean {
  const path = key.split('.')
  const root = path[0] ?? ''
  if (!attributes.includes(root)) {
    throw badRequest(
      `"${key}" is neither an attribute of this resource nor a convention (fields, offset, limit, sort). Attributes: ${attributes.join(', ')}.`,
    )
  }
  const last = path.at(-1) ?? ''
  if (path.length > 1 && last === 'regex') return matching(key, path.slice(0, -1), values)
  const isCompared = path.length > 1 && Object.hasOwn(comparisons, last)
  const holds = comparisons[isCompared ? (last as Comparison) : 'eq']
  const steps = isCompared ? path.slice(0, -1) : path
  const wanted = values.flatMap((value) => value.split(',')).map((value) => value.trim())
  return (item) => {
    const found = valuesAt(item, steps)
    // "Not equal" must hold against every value, the others against any.
    if (isCompared && last === 'ne') return found.every((value) => wanted.every((text) => order(value, text) !== 0))
    return found.some((value) =>
      wanted.some((text) => {
        const result = order(value, text)
        return result !== undefined && holds(result)
      }),
    )
  }
}

/** `name.regex=ferrari`: somewhere in it, whatever the letter case. Only texts and classes of letters, so that no pattern takes long. */
function matching(key: string, path: readonly string[], values: readonly string[]): (item: Representation) => boolean {
  const patterns = values.map((value) => {
    // Without what repeats or groups: that is how a few letters keep a system busy for hours.
    if (value.length > longestPattern || /[*+?{}()|^$]/.test(value.replaceAll(/\\./g, ''))) {
      throw badRequest(`${key}: expected at most ${longestPattern} characters without any of * + ? { } ( ) | ^ $.`)
    }
    try {
      return new RegExp(value, 'iu')
    } catch {
      throw badRequest(`${key}: cannot be read as a regular expression.`)
    }
  })
  return (item) => valuesAt(item, path).some((value) => typeof value === 'string' && patterns.some((pattern) => pattern.test(value)))
}

const longestPattern = 400

/** `sort=-billDate,name`: a comparison of representations. @throws {HttpProblem} 400 for an unknown attribute */
export function sortOf(text: string | null, attributes: readonly string[]): ((a: Representation, b: Representation) => number) | undefined {
  if (!text) return undefined
  const keys = text.split(',').map((part) => {
    const path = part.trim().replace(/^[-+]/, '').split('.')
    if (!attributes.includes(path[0] ?? '')) throw badRequest(`sort: "${part}" is not an attribute of this resource.`)
    return { path, sign: part.trim().startsWith('-') ? -1 : 1 }
  })
  return (a, b) => {
    for (const { path, sign } of keys) {
      const left = valuesAt(a, path)[0]
      const right = valuesAt(b, path)[0]
      const result = left === undefined ? (right === undefined ? 0 : 1) : (order(left, String(right)) ?? 0)
      if (result !== 0) return result * sign
    }
    return 0
  }
}

/** How an attribute's value stands to the text of a query: negative, zero, positive, or undefined when they cannot be compared. */
function order(value: unknown, text: string): number | undefined {
  if (typeof value === 'number') {
    const number = Number(text)
    return Number.isNaN(number) || text === '' ? undefined : value - number
  }
  if (typeof value === 'boolean') return String(value) === text ? 0 : 1
  if (typeof value !== 'string') return undefined
  if (value === text) return 0
  const isInstant = /^\d{4}-\d{2}-\d{2}T/.test(value)
  const instant = isInstant ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(instant)) return Date.parse(value) - instant
  return value < text ? -1 : 1
}

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path))
  const [step, ...rest] = path
  if (step === undefined) return [value]
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return []
  return valuesAt((value as Record<string, unknown>)[step], rest)
}
