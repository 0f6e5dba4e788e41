import { Counter, Gauge, Histogram, Registry, type Metric } from 'prom-client'

/** Seconds; the buckets OpenTelemetry recommends for HTTP durations. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

export type Metrics = ReturnType<typeof createMetrics>

/**
 * What `/metrics` tells. One registry a BFF, so that several can live in one process. Labels are never customers or lines. Where several processes
 * answer behind one port, their figures are summed; a gauge that is no amount says by `aggregator` what stands for all.
 */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    requestsInFlight: kept(Gauge, 'bff_requests_in_flight', 'Requests that are being answered', [], registers),
    requestsRefused: kept(Counter, 'bff_requests_refused_total', 'Requests that found MAX_REQUESTS others before them', [], registers),
    deskStreams: kept(Gauge, 'bff_desk_streams', 'Desks that hear news', [], registers),
    connectionsRefused: kept(Counter, 'bff_connections_refused_total', 'Connections above MAX_CONNECTIONS, closed at once', [], registers),
    certificateExpiry: new Gauge({
      name: 'bff_tls_certificate_expiry_timestamp_seconds',
      help: 'When the certificate that is served ends',
      labelNames: ['serial'] as const,
      registers,
      aggregator: 'min',
    }),
    backendDuration: timed(
      'bff_backend_request_duration_seconds',
      'One attempt at a back-end, from the connection to the parsed body',
      ['method', 'outcome'],
      durations,
      registers,
    ),
    cacheRequests: kept(Counter, 'bff_cache_requests_total', 'BSS calls by what served them', ['method', 'result'], registers),
    keptBytes: kept(Gauge, 'bff_kept_bytes', 'What composed answers take that are kept to be given again, estimated', [], registers),
    sessionBytes: kept(
      Gauge,
      'bff_session_bytes',
      'What verified sessions take, with what is kept for their homes, estimated',
      [],
      registers,
    ),
    tileBytes: kept(Gauge, 'bff_tile_bytes', 'What the drawn tiles of customers take that are kept to be sent again', [], registers),
    cacheBytes: kept(Gauge, 'bff_cache_bytes', 'What the first-level cache holds, estimated', [], registers),
    circuits: new Gauge({
      name: 'bff_circuit_state',
      help: 'Whether a method is asked: 0 closed (yes), 1 half open (one attempt tries), 2 open (no)',
      labelNames: ['method'] as const,
      registers,
      aggregator: 'max',
    }),
    sharedUp: new Gauge({ name: 'bff_shared_up', help: '1 while what the instances share (Redis) is used', registers, aggregator: 'min' }),
    sharedDuration: timed(
      'bff_shared_duration_seconds',
      'One operation on what the instances share',
      ['operation', 'outcome'],
      [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1],
      registers,
    ),
    storeDuration: new Histogram({
      name: 'bff_store_duration_seconds',
      help: 'One operation on what the care desk keeps',
      labelNames: ['operation', 'outcome'] as const,
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
      registers,
    }),
    storeForgotten: new Counter({
      name: 'bff_store_forgotten_total',
      help: 'Records of the care desk that were kept long enough',
      labelNames: ['kind'] as const,
      registers,
    }),
    poolWait: timed('bff_pool_wait_seconds', 'Time a BSS call waited for a free connection', ['method'], durations, registers),
    poolRejected: new Counter({
      name: 'bff_pool_rejected_total',
      help: 'BSS calls that found no free connection in time',
      labelNames: ['method'] as const,
      registers,
    }),
    retries: new Counter({ name: 'bff_retry_total', help: 'Repeated attempts at a back-end', labelNames: ['method'] as const, registers }),
    homeDuration: timed(
      'bff_home_duration_seconds',
      'Composing one home, from the request to the laid out widgets',
      ['brand'],
      durations,
      registers,
    ),
    careHomeDuration: timed(
      'bff_care_home_duration_seconds',
      'Composing one home for an agent, who looks at it as the customer would',
      ['brand'],
      durations,
      registers,
    ),
    careWidgets: counted(
      'bff_care_widgets_total',
      'Widgets of homes that agents looked at, by kind and state; OMITTED were left out, BROKEN threw',
      ['brand', 'kind', 'state'],
      registers,
    ),
    widgets: counted(
      'bff_widgets_total',
      'Widgets of answered homes by kind and state; OMITTED were left out, BROKEN threw',
      ['brand', 'kind', 'state'],
      registers,
    ),
    homeAnswers: counted(
      'bff_home_answers_total',
      'Questions by who answered: a home that was kept, one composed for its plan, or the GraphQL executor',
      ['by'],
      registers,
    ),
    handed: counted(
      'bff_home_questions_handed_total',
      'Questions that were handed to the process of their customer, by whether it answered; those of `unanswered` were answered where they came',
      ['outcome'],
      registers,
    ),
    handOverOpenings: new Counter({
      name: 'bff_hand_over_openings_total',
      help: 'Attempts to open a link of care, by what came of them: many that are gone are somebody who guesses',
      labelNames: ['outcome'] as const,
      registers,
    }),
    callBacks: new Counter({
      name: 'bff_call_backs_total',
      help: 'Call-backs by what happened: booked, full, closed, refused, taken, done, unreached, cancelled; many that are full want more people',
      labelNames: ['outcome'] as const,
      registers,
    }),
    talks: new Counter({
      name: 'bff_talks_total',
      help: 'Talks of care on their way into the operator’s register of contacts: written, failed (tried again), givenUp',
      labelNames: ['outcome'] as const,
      registers,
    }),
    texts: new Counter({
      name: 'bff_texts_total',
      help: 'Texts by what the way to the network said: taken, or why not',
      labelNames: ['outcome'] as const,
      registers,
    }),
    textReceipts: new Counter({
      name: 'bff_text_receipts_total',
      help: 'What became of texts: delivered, or why not',
      labelNames: ['outcome'] as const,
      registers,
    }),
    proofs: new Counter({
      name: 'bff_number_proofs_total',
      help: 'Steps of people who prove that they hold the number of a link, by what came of each',
      labelNames: ['step', 'outcome'] as const,
      registers,
    }),
    // A release is live when the last process serves it, and refused when one refuses it.
    releaseNumber: new Gauge({
      name: 'bff_release_number',
      help: 'The live release',
      labelNames: ['brand'] as const,
      registers,
      aggregator: 'min',
    }),
    releaseRefused: new Gauge({
      name: 'bff_release_refused',
      help: '1 while current.json points to a release that cannot go live',
      labelNames: ['brand'] as const,
      registers,
      aggregator: 'max',
    }),
    releaseSwaps: new Counter({
      name: 'bff_release_swaps_total',
      help: 'Releases that went live',
      labelNames: ['brand'] as const,
      registers,
    }),
  }
}

type Sample = { labels: Record<string, string>; value: number }

/** A number that is counted up in the time it takes. Hold on to it: finding it costs more than counting. */
export type Count = { count: number }

/** Counters for the hot path, each a plain number, found by the values of its labels in their order. */
function counted(name: string, help: string, labelNames: readonly string[], registers: Registry[]) {
  const counts = byLabels<Count>(labelNames, () => ({ count: 0 }))
  kept(Counter, name, help, labelNames, registers).from(() => counts.all().map(({ labels, own: { count } }) => ({ labels, value: count })))
  return { counter: counts.of }
}

/** Histograms of seconds for the hot path, found by the values of their labels in their order: told of one in the time it takes to add it up. */
function timed(name: string, help: string, labelNames: readonly string[], bounds: readonly number[], registers: Registry[]) {
  const timers = byLabels(labelNames, () => new Timer(bounds))
  const values = () =>
    timers.all().flatMap(({ labels, own: { counts, sum } }) => {
      let count = 0
      const buckets = counts.map((own, at) => {
        count += own
        return { labels: { le: bounds[at] ?? '+Inf', ...labels }, value: count, metricName: `${name}_bucket` }
      })
      return [...buckets, { labels, value: sum, metricName: `${name}_sum` }, { labels, value: count, metricName: `${name}_count` }]
    })
  const metric = {
    name,
    help,
    type: 'histogram',
    aggregator: 'sum',
    get: () => Promise.resolve({ name, help, type: 'histogram', aggregator: 'sum', values: values() }),
    timer: timers.of,
  }
  // All that a registry wants of a metric is its name and what it says.
  for (const registry of registers) registry.registerMetric(metric as unknown as Metric)
  return metric
}

class Timer {
  readonly counts: number[]
  sum = 0
  private readonly bounds: readonly number[]

  constructor(bounds: readonly number[]) {
    this.bounds = bounds
    this.counts = [...bounds, Number.POSITIVE_INFINITY].map(() => 0)
  }

  observe(seconds: number): void {
    let at = 0
    while (at < this.bounds.length && seconds > (this.bounds[at] as number)) at++
    this.counts[at] = (this.counts[at] as number) + 1
    this.sum += seconds
  }
}

/** One of something for each combination of values of some labels, made when it is first asked for. */
function byLabels<T>(labelNames: readonly string[], make: () => T) {
  const known = new Map<string, { labels: Record<string, string>; own: T }>()
  return {
    of(...values: readonly string[]): T {
      let key = ''
      for (const value of values) key += `${value}\n`
      let found = known.get(key)
      if (!found) {
        const labels = Object.fromEntries(labelNames.map((label, at) => [label, values[at] ?? '']))
        known.set(key, (found = { labels, own: make() }))
      }
      return found.own
    },
    all: () => [...known.values()],
  }
}

/** A figure that somebody keeps himself, where counting must cost nothing: he is asked for it when the metrics are read. */
function kept(Kind: typeof Counter | typeof Gauge, name: string, help: string, labelNames: readonly string[], registers: Registry[]) {
  let read: () => readonly Sample[] = () => []
  new Kind({
    name,
    help,
    labelNames,
    registers,
    collect() {
      this.reset()
      for (const { labels, value } of read()) this.inc(labels, value)
    },
  })
  return {
    from(source: () => readonly Sample[]) {
      read = source
    },
  }
}
