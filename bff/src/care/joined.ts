/** What is known of something, in one line; absent where nothing is. */
export function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' · ') || undefined
}
