import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { startSimulator, type Simulator } from '../../bff/simulator/start.ts'
import { createFamily, type Family } from '../lib/family.ts'
import { cacheDir, inRoot } from '../lib/house.ts'
import { connects, freePorts } from '../lib/ports.ts'
import { step } from '../lib/steps.mjs'
import { homeQuestion, publishInto, startBff, type Bff, type HomeAnswer } from './bff.ts'
import { customerId, homeOf } from './home.ts'
import { measure, type Job, type Measurement } from './load.ts'
import { median, percentile, type Row } from './results.ts'

const rounds = 7
const roundMs = 1_500
const publishes = 25
const connections = 8
const contract = inRoot('schemas', 'graphql', 'mosaic.graphql')

/** A server under load: its process and the question it is asked. */
type Contender = { name: string; pid: number; job: Job }
type Subject = Contender & Pick<Bff, 'place' | 'body'> & { token: string }

/** The whole path of a home: its cost beside two floors and with many clusters, and the time from a publish to the customer. */
export async function path(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-bench-'))
  const family = createFamily()
  // Asked only while caches are cold, so it may live in this process.
  const simulator = await startSimulator({ port: 0 })
  const subjectOf = async (label: string, body: ReleaseBody): Promise<Subject> => {
    const { url, pid, place } = await startBff(label, folder, family, simulator, body)
    const token = await simulator.issueToken(customerId)
    const job = { ...homeQuestion(url, token), connections, milliseconds: roundMs, maxRequests: 100_000 }
    return { name: `mosaic, ${body.clusters.length} clusters`, pid, job, place, body, token }
  }
  try {
    const few = await step('BFF, 16 clusters', 'publishing and starting', () => subjectOf('few', homeOf(16)))
    const many = await step('BFF, 1,000 clusters', 'the same with 1,000 clusters', () => subjectOf('many', homeOf(1_000)))
    const payload = join(folder, 'payload.json')
    const data = await ask(few)
    writeFileSync(payload, data)
    const [plain, mercurius] = await step('Floors', 'starting node:http and mercurius on the same payload', () =>
      startFloors(payload, few, folder, family),
    )
    await agree(mercurius, data)

    await ask(many)
    const callsBefore = callsTo(simulator)
    const homes = await step('Home, rounds', `${rounds} interleaved rounds of three servers`, () => race([few, plain, mercurius]))
    const clusters = await step('Clusters, rounds', `${rounds} interleaved rounds of 16 and 1,000 clusters`, () => race([few, many]))
    if (callsTo(simulator) > callsBefore) throw new Error('The caches were not warm: back-end systems were asked during the rounds')
    const waits = await step('Publish to live', `${publishes} publishes, each until the BFF serves it`, () => publishToLive(few))
    return [
      ...rowsOf(homes, plain.name),
      ...rowsOf(homes, mercurius.name).filter((row) => row.case === few.name),
      { case: few.name, metric: 'answer', value: Buffer.byteLength(data) / 1_024, unit: 'kB' },
      ...rowsOf(clusters, few.name).filter((row) => row.case === many.name),
      ...waitRows('publish, of it', waits.map(({ publishMs }) => publishMs)), // prettier-ignore
      ...waitRows('publish to live', waits.map(({ liveMs }) => liveMs)), // prettier-ignore
    ]
  } finally {
    await family.stop()
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function callsTo(simulator: Simulator): number {
  return Object.values(simulator.calls.all()).reduce((sum, { total }) => sum + total, 0)
}

async function startFloors(payload: string, { job, token }: Subject, folder: string, family: Family): Promise<[Contender, Contender]> {
  const start = async (file: string, name: string): Promise<Contender> => {
    const [port] = (await freePorts(1)) as [number]
    const child = await family.start({
      name,
      command: process.execPath,
      args: [join(import.meta.dirname, 'servers', file), JSON.stringify({ port, payload, sdl: contract })],
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      log: join(cacheDir, 'logs', `bench-${file}.log`),
      ready: () => connects(port),
      patience: 30,
    })
    return { name, pid: child.pid ?? 0, job: { ...job, ...homeQuestion(`http://127.0.0.1:${port}/graphql`, token, 'text') } }
  }
  return [await start('plain.ts', 'node:http + JSON.stringify'), await start('mercurius.ts', 'mercurius, jit')]
}

/** The answer to the question as text; anything but a whole home of twelve widgets in good health stops the bench. */
async function ask({ name, job }: Contender): Promise<string> {
  const response = await fetch(job.url, { method: 'POST', headers: job.headers, body: job.body, signal: AbortSignal.timeout(10_000) })
  const text = await response.text()
  const widgets = (JSON.parse(text) as HomeAnswer).data?.mosaic?.widgets ?? []
  const isWhole = widgets.length === 12 && widgets.every((widget) => widget?.state === 'READY')
  if (!isWhole) {
    const got = widgets.map((widget) => widget?.state ?? 'null').join(', ')
    throw new Error(
      `${name} was to answer with 12 widgets that are READY; it answered ${response.status} with ${got || text.slice(0, 300)}`,
    )
  }
  return text
}

/** A comparison is one of the same work: the other server must give the same answer. */
async function agree(contender: Contender, wanted: string): Promise<void> {
  const { data } = JSON.parse(await ask(contender)) as { data: unknown }
  const { data: expected } = JSON.parse(wanted) as { data: unknown }
  if (JSON.stringify(data) !== JSON.stringify(expected)) throw new Error(`${contender.name} does not give the answer of the BFF`)
}

/** Measures all contenders in turn, round after round, so that what the machine does meanwhile hits them alike. The first round warms up. */
async function race(contenders: readonly Contender[]): Promise<Map<string, Measurement[]>> {
  const results = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    const order = contenders.map((_, index) => contenders[(index + round) % contenders.length])
    for (const contender of order) {
      if (!contender) continue
      const measured = await measure(contender.job, contender.pid)
      if (round > 0) results.get(contender.name)?.push(measured)
    }
  }
  return results
}

function rowsOf(results: ReadonlyMap<string, readonly Measurement[]>, base: string): Row[] {
  const metrics = [
    { key: 'perSecond', metric: 'throughput', unit: 'req/s' },
    { key: 'p50Ms', metric: `p50 at ${connections} connections`, unit: 'ms' },
    { key: 'p95Ms', metric: `p95 at ${connections} connections`, unit: 'ms' },
    { key: 'cpuUs', metric: 'server processor time', unit: 'µs/req' },
  ] as const
  const middle = (name: string, key: (typeof metrics)[number]['key']) => median((results.get(name) ?? []).map((result) => result[key]))
  return metrics.flatMap(({ key, metric, unit }) =>
    [...results.keys()].map((name): Row => {
      const value = middle(name, key)
      return { case: name, metric, value, unit, ...(name !== base && { ratio: value / middle(base, key), ratioTo: base }) }
    }),
  )
}

type Wait = { publishMs: number; liveMs: number }

/** Of every publish, the time from asking the publisher until it is done, and until the BFF serves the new text. */
async function publishToLive(bff: Subject): Promise<Wait[]> {
  const waits: Wait[] = []
  for (let number = 1; number <= publishes; number++) {
    const headline = `Release ${number}:`
    const begun = performance.now()
    await publishInto(bff.place, homeOf(bff.body.clusters.length, headline))
    const publishMs = performance.now() - begun
    while (!(await ask(bff)).includes(headline)) {
      if (performance.now() - begun > 30_000) throw new Error('A release was not live 30 s after it was published')
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    waits.push({ publishMs, liveMs: performance.now() - begun })
  }
  return waits
}

function waitRows(name: string, milliseconds: readonly number[]): Row[] {
  return [
    { case: name, metric: `p50 of ${milliseconds.length}`, value: percentile(milliseconds, 0.5), unit: 'ms' },
    { case: name, metric: `p95 of ${milliseconds.length}`, value: percentile(milliseconds, 0.95), unit: 'ms' },
  ]
}
