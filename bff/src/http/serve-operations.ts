import type { Metrics } from '../metrics.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { refusesMethod, sendJson, type Handler } from './handler.ts'

type Dependencies = { engine: Pick<ReleaseEngine, 'state'>; metrics: Metrics; isClosing: () => boolean }

/**
 * For those who run the service. `/healthz`: the process lives (restart it when not). `/readyz`: it has something to serve (send it customers).
 * Both say which release is live and why another was refused; a refused release does not make an instance unready, for the old one serves.
 */
export function serveOperations({ engine, metrics, isClosing }: Dependencies): Handler {
  return async (request, response, url) => {
    if (!['/healthz', '/readyz', '/metrics'].includes(url.pathname)) return false
    if (refusesMethod(request, response)) return true
    if (url.pathname === '/metrics') {
      const text = await metrics.registry.metrics()
      response.writeHead(200, { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' })
      response.end(text)
      return true
    }
    const brands = engine.state()
    if (url.pathname === '/healthz') return sendJson(response, 200, { status: 'ok', brands })
    const isReady = !isClosing() && brands.some(({ live }) => live !== undefined)
    const reason = isClosing() ? 'closing' : 'no brand has a live release: publish one from the CMS'
    return sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', ...(!isReady && { reason }), brands })
  }
}
