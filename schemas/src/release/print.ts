import { releaseFiles, type ReleaseBody, type ReleaseFileName } from './types.ts'

/**
 * The files of a release as text. Canonical: the same body gives the same bytes wherever it is printed (names sorted, lists in their
 * order, two spaces, a final newline), so that hashes and differences mean something.
 */
export function printBody(body: ReleaseBody): Map<ReleaseFileName, string> {
  return new Map(fileNames.map((file) => [file, printJson(body[partOf(file)])]))
}

/** One value as canonical JSON. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, sorted, 2)}\n`
}

export const fileNames = Object.keys(releaseFiles) as ReleaseFileName[]

/** The part of the body a file holds: `brand.json` holds `brand`. */
export function partOf(file: ReleaseFileName): keyof ReleaseBody {
  return file.slice(0, -'.json'.length) as keyof ReleaseBody
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
