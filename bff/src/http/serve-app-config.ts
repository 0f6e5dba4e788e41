import type { CompiledRelease } from '../release/compile.ts'
import { refusesMethod, sendError, sendJson, type Handler } from './handler.ts'
import { webRelease, type WebBrand } from './web-brand.ts'

type Options = WebBrand & {
  identity: { issuer: string; clientId: string }
  /** Whether who has opened a link can prove by the mobile network that it is his. */
  canProve?: boolean
}

/** `/app-config.json`: what the web home must know before anybody is signed in. Public, the same for everybody. */
export function serveAppConfig({ identity: { issuer, clientId }, canProve = false, ...web }: Options): Handler {
  return (request, response, url) => {
    if (url.pathname !== '/app-config.json') return false
    if (refusesMethod(request, response)) return true
    const release = webRelease(web)
    if (!release) return sendError(response, 503, 'BRAND_NOT_PUBLISHED', 'Nothing is published yet. Publish from the CMS, then try again.')
    return sendJson(
      response,
      200,
      { ...configOf(release, { issuer, clientId }), care: careOf(release, canProve) },
      { 'cache-control': 'no-cache' },
    )
  }
}

/** What a page must know before anybody is signed in to it: where one signs in, and whose page it is. */
export function configOf(release: CompiledRelease, identity: Options['identity']) {
  return { ...identity, brand: brandOf(release), theme: release.clusters.at(-1)?.home.theme }
}

function brandOf({ brand, media, mediaUrl }: CompiledRelease) {
  const logo = brand.logo === undefined ? undefined : media.get(brand.logo)
  const { id, name, locales, defaultLocale } = brand
  return { id, name, locales, defaultLocale, ...(logo && { logoUrl: mediaUrl(logo) }) }
}

/** That customers of this brand are helped by people, and where the stores have its apps; absent where nobody helps. */
function careOf({ brand: { care } }: CompiledRelease, canProve: boolean) {
  return care && { stores: care.stores, ...(canProve && { canProve }) }
}
