import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import { refusesMethod, sendError, type Handler } from './handler.ts'
import { mindPipedFile } from './piped-file.ts'

/** `/gallery/`: every widget in every state, for the people who make them. `dir` holds a folder `gallery`, as Vite writes it. */
export function serveGallery(dir: string): Handler {
  const isBuilt = existsSync(join(dir, 'gallery', 'index.html'))
  // A folder that is not there cannot be listed.
  const files =
    isBuilt &&
    sirv(dir, {
      etag: true,
      setHeaders(response, pathname) {
        // Vite names assets by their content; the page must always be asked for.
        response.setHeader('cache-control', pathname.startsWith('/gallery/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  return (request, response, { pathname }) => {
    if (pathname !== '/gallery' && !pathname.startsWith('/gallery/')) return false
    if (refusesMethod(request, response)) return true
    if (!files)
      return sendError(response, 404, 'NOT_BUILT', 'The gallery is not built. Run `npm start`, or set GALLERY_DIR to where it is.')
    if (pathname === '/gallery') {
      response.writeHead(308, { location: '/gallery/', 'content-length': 0 }).end()
      return true
    }
    mindPipedFile(response)
    files(request, response, () => void sendError(response, 404, 'NOT_FOUND', 'There is nothing here.'))
    return true
  }
}
