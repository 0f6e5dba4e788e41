import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds; the buckets OpenTelemetry recommends for HTTP durations. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

export type Metrics = ReturnType<typeof createMetrics>

/** What `/metrics` tells. One registry a BFF, so that several can live in one process. Labels are never customers or lines. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    backendDuration: new Histogram({
      name: 'bff_backend_request_duration_seconds',
      help: 'One attempt at a back-end, from the connection to the parsed body',
      labelNames: ['method', 'outcome'] as const,
      buckets: durations,
      registers,
    }),
    cacheRequests: new Counter({
      name: 'bff_cache_requests_total',
      help: 'BSS calls by what served them',
      labelNames: ['method', 'result'] as const,
      registers,
    }),
    poolWait: new Histogram({
      name: 'bff_pool_wait_seconds',
      help: 'Time a BSS call waited for a free connection',
      labelNames: ['method'] as const,
      buckets: durations,
      registers,
    }),
    poolRejected: new Counter({
      name: 'bff_pool_rejected_total',
      help: 'BSS calls that found no free connection in time',
      labelNames: ['method'] as const,
      registers,
    }),
    retries: new Counter({ name: 'bff_retry_total', help: 'Repeated attempts at a back-end', labelNames: ['method'] as const, registers }),
    homeDuration: new Histogram({
      name: 'bff_home_duration_seconds',
      help: 'Composing one home, from the request to the laid out widgets',
      labelNames: ['brand'] as const,
      buckets: durations,
      registers,
    }),
    widgets: new Counter({
      name: 'bff_widgets_total',
      help: 'Composed widgets by kind and state; OMITTED were left out, BROKEN threw',
      labelNames: ['brand', 'kind', 'state'] as const,
      registers,
    }),
    releaseNumber: new Gauge({ name: 'bff_release_number', help: 'The live release', labelNames: ['brand'] as const, registers }),
    releaseRefused: new Gauge({
      name: 'bff_release_refused',
      help: '1 while current.json points to a release that cannot go live',
      labelNames: ['brand'] as const,
      registers,
    }),
    releaseSwaps: new Counter({
      name: 'bff_release_swaps_total',
      help: 'Releases that went live',
      labelNames: ['brand'] as const,
      registers,
    }),
  }
}
