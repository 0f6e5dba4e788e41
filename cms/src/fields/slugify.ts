/** What an identifier looks like in a release. */
export const slugPattern = /^[a-z0-9][a-z0-9-]{0,63}$/

/** "Nuovi clienti – prepagato" → "nuovi-clienti-prepagato". */
export function slugify(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '')
}
