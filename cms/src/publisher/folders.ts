import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { paths } from '@mosaic/schemas/release'

/** Where everything of one brand stands under PUBLISHED_DIR. Throws `bad-published-name` on an id that is no plain name. */
export function foldersOf(dir: string, brand: string) {
  const current = join(dir, paths.current(brand))
  const root = join(current, '..')
  return {
    root,
    current,
    releases: join(dir, paths.releases(brand)),
    release: (number: number) => join(dir, paths.release(brand, number)),
    file: (number: number, name: string) => join(dir, paths.file(brand, number, name)),
    signature: (number: number) => join(dir, paths.signature(brand, number)),
    media: join(root, 'media'),
    image: (file: string) => join(dir, paths.media(brand, file)),
    lock: join(root, '.lock'),
  }
}
export type Folders = ReturnType<typeof foldersOf>

/** The numbers of all releases on the disk, smallest first. A folder gets its number only when it is whole. */
export async function releaseNumbers(folders: Folders): Promise<number[]> {
  const names = await readdir(folders.releases).catch(whenAbsent<string[]>([]))
  return names.filter((name) => /^[1-9]\d*$/.test(name)).map(Number).sort((a, b) => a - b) // prettier-ignore
}

/** A handler for `catch`: the value when the file is not there, else the error again. */
export function whenAbsent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value
    throw error
  }
}
