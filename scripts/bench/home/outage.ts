import { setTimeout as sleep } from 'node:timers/promises'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { homeOf } from '../home.ts'
import { percentile, type Row } from '../results.ts'
import { ask, mosaicOf, startPeers, type Contender } from './contenders.ts'
import type { Part } from './contract.ts'
import { customersOf } from './customers.ts'

/** Ages of all data in this part, in milliseconds: past T1 it is to be renewed, before T2 it may stand in. */
const [t1Ms, t2Ms] = [2_000, 20_000]
const windowMs = 3_000
/** All servers are asked at once, by so many callers each, who think between two requests: none is to be busy, only waiting. */
const [callers, thinkMs] = [6, 30]
const customers = 20

type Kind = 'whole' | 'expired' | 'gaps' | 'failed'
type Seen = { kind: Kind; ms: number }
type Widget = { state: string; freshness: { expiresAt: string } } | null

/** What customers see while no back-end system answers. */
export const outage: Part = {
  title: 'Outage',
  why: `warm servers; every system answers 500, then hangs, before T2 and past it; ${windowMs / 1_000} s each`,
  async run({ stage }) {
    const { world } = stage
    const bff = await stage.mosaic('outage', aged(homeOf(16)))
    const contenders = [mosaicOf(bff), ...(await startPeers(stage, bff))]
    const tokens = await wholeOnes(contenders[0] as Contender, (await customersOf(world)).warm)
    const rows: Row[] = []
    const look = async (phase: string) => rows.push(...(await lookAt(phase, contenders, tokens)))
    try {
      for (let time = 0; time < 3; time++) await Promise.all(contenders.map((each) => inTurn(each, tokens)))
      const warmAt = performance.now()
      const until = (ms: number) => sleep(Math.max(0, warmAt + ms - performance.now()))
      await until(1.2 * t1Ms)
      await world.fault({ kind: 'error', status: 500 })
      await look('status 500')
      await world.fault({ kind: 'hang' })
      await look('hanging')
      if (performance.now() - warmAt > t2Ms)
        throw new Error('The outage before T2 took longer than T2: the machine is too busy for this part')
      await until(1.1 * t2Ms)
      await look('hanging, past T2')
    } finally {
      await world.fault(undefined)
    }
    return rows
  },
}

function aged(body: ReleaseBody): ReleaseBody {
  return { ...body, policies: Object.fromEntries(Object.entries(body.policies).map(([name, policy]) => [name, { ...policy, t1Ms, t2Ms }])) }
}

async function inTurn(contender: Contender, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) await ask(contender, token)
}

async function lookAt(phase: string, contenders: readonly Contender[], tokens: readonly string[]): Promise<Row[]> {
  const end = performance.now() + windowMs
  const seen = await Promise.all(
    contenders.map((contender) => Promise.all(Array.from({ length: callers }, (_, caller) => call(contender, tokens, caller, end)))),
  )
  return contenders.flatMap(({ name }, index) => rowsOf(`outage, ${phase}, ${name}`, (seen[index] ?? []).flat()))
}

async function call(contender: Contender, tokens: readonly string[], caller: number, end: number): Promise<Seen[]> {
  const seen: Seen[] = []
  for (let number = caller; performance.now() < end; number += callers) {
    const at = performance.now()
    const kind = await kindOf(contender, tokens[number % tokens.length] ?? '')
    seen.push({ kind, ms: performance.now() - at })
    await sleep(thinkMs)
  }
  return seen
}

/** Customers whose home has all its widgets when all is well: those of others have gaps on good days too. */
async function wholeOnes(contender: Contender, tokens: readonly string[]): Promise<string[]> {
  const whole: string[] = []
  for (const token of tokens) {
    await ask(contender, token)
    if ((await kindOf(contender, token)) === 'whole') whole.push(token)
    if (whole.length === customers) return whole
  }
  throw new Error(`Of ${tokens.length} customers only ${whole.length} have a whole home when all is well; ${customers} are needed`)
}

async function kindOf(contender: Contender, token: string): Promise<Kind> {
  try {
    const { status, text } = await ask(contender, token)
    const { data } = JSON.parse(text) as { data?: Record<string, unknown> & { mosaic?: { widgets?: Widget[] } } }
    if (status !== 200 || !data) return 'failed'
    const widgets = data.mosaic?.widgets ?? []
    const parts = contender.isData ? Object.values(data).map((value) => value !== null) : widgets.map(isShown)
    if (!parts.includes(true)) return 'failed'
    if (parts.includes(false) || (!contender.isData && parts.length < 12)) return 'gaps'
    return widgets.some((widget) => Date.parse(widget?.freshness.expiresAt ?? '') < Date.now()) ? 'expired' : 'whole'
  } catch {
    return 'failed'
  }
}

const isShown = (widget: Widget) => widget?.state === 'READY' || widget?.state === 'STALE'

const kinds = {
  whole: 'answered whole',
  expired: 'answered with data past T2',
  gaps: 'answered with gaps',
  failed: 'not answered',
} as const

function rowsOf(name: string, seen: readonly Seen[]): Row[] {
  const share = (kind: Kind) => (100 * seen.filter((one) => one.kind === kind).length) / seen.length
  const times = seen.map(({ ms }) => ms)
  return [
    ...(Object.keys(kinds) as Kind[]).map((kind): Row => ({ case: name, metric: kinds[kind], value: share(kind), unit: '%' })),
    { case: name, metric: 'p50', value: percentile(times, 0.5), unit: 'ms' },
    { case: name, metric: 'p99', value: percentile(times, 0.99), unit: 'ms' },
  ]
}
