/** How long a condition is waited for: as long as a busy machine may need. */
export const soon = { timeout: 10_000 }
