import { linkPath } from '@mosaic/schemas/sms'
import type { CompiledRelease } from '../release/compile.ts'

/** Where links of a brand lead: its own address, else this installation's. Never what a request says: it could be anybody's. */
export function originOf({ brand }: Pick<CompiledRelease, 'brand'>, linkOrigin: string | undefined): string | undefined {
  return brand.care?.linkOrigin ?? linkOrigin
}

export function linkOf(origin: string, token: string): string {
  return origin + linkPath + token
}
