import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { paths } from '@mosaic/schemas/release'
import type { ReleaseEngine } from '../release/engine.ts'
import { refusesMethod, sendError, type Handler } from './handler.ts'

const types = { webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const
const route = /^\/media\/([a-z0-9][a-z0-9-]{0,63})\/([0-9a-f]{64})\.(webp|png|jpg|svg)$/

/**
 * `/media/<brand>/<sha256>.<type>`: the images of releases, old ones included. Named by their content, so a client keeps them for ever. Only names of
 * exactly this form are looked for, so no path leads anywhere else.
 */
export function serveMedia(publishedDir: string, engine: Pick<ReleaseEngine, 'get'>): Handler {
  return async (request, response, url) => {
    if (!url.pathname.startsWith('/media/')) return false
    if (refusesMethod(request, response)) return true
    const [, brand, hash, type] = route.exec(url.pathname) ?? []
    const file = brand !== undefined && engine.get(brand) ? join(publishedDir, paths.media(brand, `${hash}.${type}`)) : undefined
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
    if (!file || !found?.isFile()) return sendError(response, 404, 'NOT_FOUND', 'No such image.')

    response.setHeader('cache-control', 'public, max-age=31536000, immutable')
    response.setHeader('etag', `"${hash}"`)
    // An SVG opened by itself is a page: it must not be able to do anything.
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    if (request.headers['if-none-match'] === `"${hash}"`) {
      response.writeHead(304).end()
      return true
    }
    response.writeHead(200, { 'content-type': types[type as keyof typeof types], 'content-length': found.size })
    if (request.method === 'HEAD') response.end()
    else await pipeline(createReadStream(file), response).catch(() => response.destroy())
    return true
  }
}
