import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import { refusesMethod, sendError, sendJson, type Handler } from '../http/handler.ts'
import { mindPipedFile } from '../http/piped-file.ts'
import type { SecurityHeaders } from '../http/security-headers.ts'
import { configOf } from '../http/serve-app-config.ts'
import { webRelease, type WebBrand } from '../http/web-brand.ts'

type Options = WebBrand & {
  /** Where the staff signs in: another provider than the customers', or another part of it. */
  identity: { issuer: string; clientId: string }
  /** Holds a folder `care`, as Vite writes it. */
  dir: string
  /** The page talks to this server and to the staff's identity provider, and to nobody else. */
  secure: SecurityHeaders
}

/** `/care`: the page that agents work with, one for all its places, and `/care/config.json`, what it must know before anybody is signed in. */
export function serveCare({ identity: { issuer, clientId }, dir, secure, ...web }: Options): Handler {
  const isBuilt = existsSync(join(dir, 'care', 'index.html'))
  // A folder that is not there cannot be listed.
  const files =
    isBuilt &&
    sirv(dir, {
      // What looks like a file and is none is not there; every other place the page knows by itself.
      single: 'care/index.html',
      etag: true,
      setHeaders(response, pathname) {
        // Vite names assets by their content; the page must always be asked for.
        response.setHeader('cache-control', pathname.startsWith('/care/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  return (request, response, { pathname }) => {
    if (pathname !== '/care' && !pathname.startsWith('/care/')) return false
    secure.apply(response)
    if (refusesMethod(request, response)) return true
    if (pathname === '/care/config.json') {
      const release = webRelease(web)
      if (!release)
        return sendError(response, 503, 'BRAND_NOT_PUBLISHED', 'Nothing is published yet. Publish from the CMS, then try again.')
      return sendJson(response, 200, configOf(release, { issuer, clientId }), { 'cache-control': 'no-cache' })
    }
    if (!files) return sendError(response, 404, 'NOT_BUILT', 'The care desk is not built. Run `npm start`, or set CARE_DIR to where it is.')
    mindPipedFile(response)
    files(request, response, () => void sendError(response, 404, 'NOT_FOUND', 'There is nothing here.'))
    return true
  }
}
