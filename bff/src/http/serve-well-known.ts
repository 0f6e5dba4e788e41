import type { IncomingMessage } from 'node:http'
import type { BrandCare } from '@mosaic/schemas/release'
import { refusesMethod, sendError, sendJson, type Handler } from './handler.ts'
import { webRelease, type WebBrand } from './web-brand.ts'

/**
 * `/.well-known/apple-app-site-association` and `/.well-known/assetlinks.json`: which apps may open the links of care, so that a link in an SMS opens the app
 * where it is installed. Devices ask without being signed in, and take no redirect and no other content type. A brand without apps has neither.
 */
export function serveWellKnown(web: WebBrand): Handler {
  return (request, response, { pathname }) => {
    const associationOf = Object.hasOwn(associations, pathname) ? associations[pathname] : undefined
    if (!associationOf) return false
    if (refusesMethod(request, response)) return true
    const care = careAt(request, web)
    const association = care && associationOf(care)
    if (!association) return sendError(response, 404, 'NO_APPS', 'This brand has no app that opens its links.')
    return sendJson(response, 200, association, { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' })
  }
}

const associations: Readonly<Record<string, (care: BrandCare) => unknown>> = {
  '/.well-known/apple-app-site-association': ({ iosAppIds }) =>
    iosAppIds.length > 0 && {
      applinks: {
        // The first that fits decides. Coming back from the network's proof of the number is the browser's, in which it began.
        details: [{ appIDs: iosAppIds, components: [{ '/': '/a/verif*', exclude: true }, { '/': '/a/*' }] }],
      },
    },
  '/.well-known/assetlinks.json': ({ androidApps }) =>
    androidApps.length > 0 &&
    androidApps.map(({ package: name, fingerprints }) => ({
      relation: ['delegate_permission/common.handle_all_urls'],
      target: { namespace: 'android_app', package_name: name, sha256_cert_fingerprints: fingerprints },
    })),
}

/** How the brand of this host is cared for: the brand whose links lead here, else the one whose web home this is. What is public needs no trust in `Host`. */
function careAt({ headers, authority }: IncomingMessage & { authority?: string }, web: WebBrand): BrandCare | undefined {
  const host = (authority ?? headers.host)?.toLowerCase()
  const releases = web.engine.state().flatMap(({ brand }) => web.engine.get(brand) ?? [])
  const own = releases.find(({ brand: { care } }) => care?.linkOrigin !== undefined && new URL(care.linkOrigin).host === host)
  return (own ?? webRelease(web))?.brand.care
}
