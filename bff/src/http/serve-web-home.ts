import { existsSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { refusesMethod, sendError, type Handler } from './handler.ts'
import { mindPipedFile } from './piped-file.ts'

/** The installable web home: its built files, and its one page for every other path, because it routes by itself. */
export function serveWebHome(dir: string): Handler {
  if (!existsSync(join(dir, 'index.html'))) {
    return (request, response) => {
      if (refusesMethod(request, response)) return true
      return sendError(response, 404, 'NOT_BUILT', 'The web home is not built. Run `npm start`, or set WEB_HOME_DIR to where it is.')
    }
  }
  const files = sirv(dir, {
    single: true,
    etag: true,
    setHeaders(response, pathname) {
      // Vite names assets by their content; the page and the service worker must always be asked for.
      response.setHeader('cache-control', pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (isLink(pathname)) keepNowhere(response)
    },
  })
  return (request, response) => {
    if (refusesMethod(request, response)) return true
    mindPipedFile(response)
    files(request, response, () => void sendError(response, 404, 'NOT_FOUND', 'There is nothing here.'))
    return true
  }
}

/** The page that a link of care opens: it is the same for everybody, but its address is a secret. */
function isLink(pathname: string): boolean {
  return pathname === '/a' || pathname.startsWith('/a/')
}

function keepNowhere(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-robots-tag', 'noindex, nofollow')
}
