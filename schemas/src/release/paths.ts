import { MosaicError, show } from '../errors.ts'

/*
 * Where things stand under PUBLISHED_DIR, as relative paths with slashes. What comes from outside (a brand of a token, a path of a
 * manifest) goes through here, so that no name leads out of the folder.
 */
export const paths = {
  /** The one file that is ever replaced. */
  current: (brand: string) => `${checked(brand, brandName)}/current.json`,
  releases: (brand: string) => `${checked(brand, brandName)}/releases`,
  release: (brand: string, number: number) => `${paths.releases(brand)}/${counted(number)}`,
  manifest: (brand: string, number: number) => `${paths.release(brand, number)}/manifest.json`,
  signature: (brand: string, number: number) => `${paths.release(brand, number)}/manifest.sig`,
  /** One of the files a manifest lists. */
  file: (brand: string, number: number, name: string) => `${paths.release(brand, number)}/${checked(name, fileName)}`,
  /** One image, by the hash of its bytes. */
  media: (brand: string, file: string) => `${checked(brand, brandName)}/media/${checked(file, mediaName)}`,
} as const

const brandName = /^[a-z0-9][a-z0-9-]{0,63}$/
const fileName = /^[a-z][a-z0-9-]{0,63}\.json$/
const mediaName = /^[0-9a-f]{64}\.(webp|png|jpg|svg)$/

function checked(name: string, pattern: RegExp): string {
  if (pattern.test(name)) return name
  const fault = { expected: `a name like ${pattern.source}`, got: show(name), fix: 'Use the id or file name as it was published.' }
  throw new MosaicError('bad-published-name', 'The name cannot stand in a published path', fault)
}

function counted(number: number): number {
  if (Number.isSafeInteger(number) && number > 0) return number
  const fault = { expected: 'a whole number from 1', got: show(number), fix: 'Use the number of a release.' }
  throw new MosaicError('bad-published-name', 'The release number cannot stand in a published path', fault)
}
