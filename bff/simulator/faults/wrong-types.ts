/** Valid JSON of the right shape whose every value has a type the contract does not allow. */
export function makeWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(makeWrongTypes)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, makeWrongTypes(inner)]))
  }
  if (typeof value === 'number') return { amount: 'many' }
  if (typeof value === 'string') return [42]
  if (typeof value === 'boolean') return 'perhaps'
  return value
}
