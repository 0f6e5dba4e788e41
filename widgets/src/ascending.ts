import type { FieldIssue } from './definition.ts'

/** What is wrong with amounts that are to stand smallest first, each once. @param path where they are, inside the fields */
export function ascendingIssues(path: string, amounts: readonly number[]): FieldIssue[] {
  const isAscending = amounts.every((amount, index) => index === 0 || amount > (amounts[index - 1] ?? 0))
  if (isAscending) return []
  const fix = 'Sort the amounts, and remove repeated ones.'
  return [{ path, expected: 'different amounts, smallest first', got: amounts.join(', '), fix }]
}
