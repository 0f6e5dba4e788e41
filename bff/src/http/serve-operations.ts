import type { Metrics } from '../metrics.ts'
import { hasRelease, type ProcessReport, type Processes } from '../processes/contract.ts'
import { printFigures } from '../processes/totals.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { refusesMethod, sendJson, type Handler } from './handler.ts'

/** Those who ask these must know most of all when there is no room for others. */
export const operationPaths: ReadonlySet<string | undefined> = new Set(['/healthz', '/readyz', '/metrics'])

type Dependencies = {
  engine: Pick<ReleaseEngine, 'state'>
  metrics: Metrics
  /** Absent: this process is alone. */
  processes?: Processes | undefined
  isClosing: () => boolean
}

/**
 * For those who run the service. `/healthz`: it lives (restart it when not). `/readyz`: it has something to serve (send it customers). Both say which
 * release is live and why another was refused; a refused release does not make an instance unready, for the old one serves. Where several processes
 * answer behind the port, whichever is asked speaks for all: ready is who has one that is.
 */
export function serveOperations({ engine, metrics, processes, isClosing }: Dependencies): Handler {
  return async (request, response, url) => {
    if (!operationPaths.has(url.pathname)) return false
    if (refusesMethod(request, response)) return true
    if (url.pathname === '/metrics') {
      const text = await (processes ? processes.figures().then(printFigures) : metrics.registry.metrics())
      response.writeHead(200, { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' })
      response.end(text)
      return true
    }
    const brands = engine.state()
    const reports = await processes?.standing()
    const told = { brands, ...(reports && { processes: reports }) }
    if (url.pathname === '/healthz') return sendJson(response, 200, { status: 'ok', ...told })
    const reason = whyNotReady(reports ?? [{ state: isClosing() ? 'closing' : 'serving', brands }])
    return reason === undefined
      ? sendJson(response, 200, { status: 'ready', ...told })
      : sendJson(response, 503, { status: 'not ready', reason, ...told })
  }
}

function whyNotReady(reports: readonly Pick<ProcessReport, 'state' | 'brands'>[]): string | undefined {
  const serving = reports.filter(({ state }) => state === 'serving')
  if (serving.some(({ brands }) => hasRelease(brands))) return undefined
  if (serving.length > 0) return 'no brand has a live release: publish one from the CMS'
  return reports.some(({ state }) => state === 'closing') ? 'closing' : 'no process serves yet'
}
