import { linkPath, sizeOfTemplate } from '@mosaic/schemas/sms'
import type { CompiledRelease } from '../release/compile.ts'

/** Where links of a brand lead: its own address, else this installation's. Never what a request says: it could be anybody's. */
export function originOf({ brand }: Pick<CompiledRelease, 'brand'>, linkOrigin: string | undefined): string | undefined {
  return brand.care?.linkOrigin ?? linkOrigin
}

export function linkOf(origin: string, token: string): string {
  return origin + linkPath + token
}

/** The targets of a release whose SMS is more than one segment with the links of this installation: they cannot be sent. The CMS counts with an address it supposes. */
export function targetsTooLong(release: Pick<CompiledRelease, 'brand' | 'care'>, linkOrigin: string | undefined): string[] {
  const origin = originOf(release, linkOrigin)
  if (origin === undefined) return []
  const isTooLong = (text: string) => !sizeOfTemplate(text, origin).isOneSegment
  return [...release.care.targets.values()].flatMap(({ target }) => (Object.values(target.sms).some(isTooLong) ? [target.id] : []))
}
