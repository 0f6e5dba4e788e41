import { expect, test } from 'vitest'
import { placeOf } from './place-of.ts'

function token(claims: unknown, signature = 's'): string {
  return `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
}

test('a customer has one place, whichever of his tokens he comes with', () => {
  const [first, second] = [token({ sub: 'C-0014', exp: 1 }, 'one'), token({ sub: 'C-0014', exp: 2, name: 'Zoë' }, 'other')]
  expect(placeOf(first, 7)).toBeTypeOf('number')
  expect(placeOf(second, 7)).toBe(placeOf(first, 7))
})

const numberings: Record<string, (at: number) => number | string> = {
  'one after the other': (at) => at,
  'in steps of ten': (at) => at * 10,
  'each digit twice': (at) => `${at}${at}`,
}

const spreads = Object.keys(numberings).flatMap((how) => [2, 3, 8].map((places) => ({ how, places })))
test.each(spreads)('customers numbered $how are spread evenly over $places places', ({ how, places }) => {
  const numbering = numberings[how] as (at: number) => number | string
  const counts = Array.from({ length: places }, () => 0)
  const customers = 8_000
  for (let at = 0; at < customers; at++) {
    const place = placeOf(token({ sub: `C-${numbering(at)}` }), places) as number
    counts[place] = (counts[place] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count / (customers / places) - 1)).toBeLessThan(0.1)
})

test.each([
  ['nothing', undefined],
  ['no token', 'Basic bWU6bWU='],
  ['a token that is none', 'Bearer a.b.c'],
  ['claims that are none', `Bearer a.${Buffer.from('null').toString('base64url')}.c`],
  ['claims of nobody', token({ name: 'Luca' })],
  ['a name that is none', token({ sub: 14 })],
])('%s has no place', (_what, authorization) => {
  expect(placeOf(authorization, 2)).toBeUndefined()
})
