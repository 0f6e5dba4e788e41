import fc from 'fast-check'

/**
 * JSON that is like a sample until one looks closer: anywhere in it something may be missing, of another type, in a list too many, or one of the
 * values that readers are known to stumble over.
 */
export function jsonLike(sample: unknown): fc.Arbitrary<unknown> {
  const alike = withinOf(sample)
  return fc.oneof(
    { weight: 20, arbitrary: alike },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: alike.map((value) => [value]) },
    // Whoever writes it down leaves it out.
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

function withinOf(sample: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(sample)) return fc.tuple(...sample.map(jsonLike))
  if (typeof sample !== 'object' || sample === null) return fc.constant(sample)
  return fc.record(Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, jsonLike(value)])))
}

const stumbling = [
  null,
  '',
  ' ',
  [],
  {},
  [[]],
  [null],
  true,
  -1,
  1e308,
  '9'.repeat(400),
  '1e5',
  'NaN',
  '\ud800',
  'constructor',
  '__proto__',
]
const dates = ['2026-02-31', '0000-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00', '2026-11-22 T09:30', 1_700_000_000]
const anything = fc.oneof(fc.constantFrom<unknown>(...stumbling, ...dates), fc.jsonValue())
