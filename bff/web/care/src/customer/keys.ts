/** What is known about a customer, by query key: whoever changes something invalidates the part he has changed. */
export const customerKeys = {
  all: (id: string) => ['care', 'customer', id] as const,
  who: (id: string) => ['care', 'customer', id, 'who'] as const,
  standing: (id: string, line: string | undefined) => ['care', 'customer', id, 'standing', line ?? null] as const,
  app: (id: string) => ['care', 'customer', id, 'app'] as const,
  history: (id: string) => ['care', 'customer', id, 'history'] as const,
}
