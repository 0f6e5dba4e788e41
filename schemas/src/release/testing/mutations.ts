import fc, { type Arbitrary } from 'fast-check'
import { Policy, methods } from '../../bss/index.ts'
import { step } from '../errors.ts'

/* One thing spoilt in a JSON value that was right, and where a reader should be sent to. */

/** What may be left out, so that taking it away spoils nothing. */
const optional = [
  'logo',
  'killSwitches',
  'from',
  'until',
  'title',
  'order',
  'commerceFirst',
  'trigger',
  // Of a content, that is: a surface without one is refused by its own test.
  'palette',
  'crops',
  'validFrom',
  'validUntil',
  'action',
  'minAppVersion',
  'it',
  'en',
]

type Place = { holder: Record<string, unknown>; name: string; pointer: string }
type Spoilt = { text: string; path: string }

/** A copy of the value with one shape spoilt, at a place of its own or of what it holds; not inside `fields` and `rule`, which are their own masters. */
export function spoilt(value: unknown): Arbitrary<Spoilt> {
  const count = placesOf(structuredClone(value)).length
  return fc.record({ at: fc.nat(count - 1), how: fc.constantFrom('replace', 'add', 'remove') }).map(({ at, how }) => {
    const root = { '': structuredClone(value) }
    const place = placesOf(root[''], root)[at]!
    const inside = place.holder[place.name]
    const path = spoil(place, inside, how)
    return { text: JSON.stringify(root['']), path }
  })
}

function spoil({ holder, name, pointer }: Place, inside: unknown, how: string): string {
  if (how === 'add' && isObject(inside) && !pointer.endsWith('/fields')) {
    inside['sur/plus'] = 1
    return `${pointer}/sur~1plus`
  }
  if (how === 'remove' && pointer !== '' && !Array.isArray(holder) && !optional.includes(name) && !isMethodPolicy(pointer)) {
    delete holder[name]
    return pointer
  }
  holder[name] = Array.isArray(inside) ? 'a text' : isObject(inside) ? 42 : [inside]
  return pointer
}

function placesOf(value: unknown, holder: Record<string, unknown> = { '': value }, name = '', pointer = ''): Place[] {
  const own = { holder, name, pointer }
  if (typeof value !== 'object' || value === null || name === 'fields') return [own]
  const inner = Object.keys(value)
    .filter((key) => key !== 'rule')
    .flatMap((key) => placesOf((value as Record<string, unknown>)[key], value as Record<string, unknown>, key, pointer + step(key)))
  return [own, ...inner]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `policies.json` holds any of its methods or none, and of each any number or none. */
function isMethodPolicy(pointer: string): boolean {
  const [, method = '', number] = pointer.split('/')
  return Object.hasOwn(methods, method) && (number === undefined || Object.hasOwn(Policy.properties, number))
}
