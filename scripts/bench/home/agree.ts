import { isDeepStrictEqual } from 'node:util'
import { ask, type Contender } from './contenders.ts'

/** How much answers may differ in length, in bytes: one server ends its answer with a line break. */
const tolerance = 8

type Widget = { state: string; freshness: unknown } | null
type Home = { data?: { mosaic?: { composedAt: string; expiresAt: string; etag: string; widgets: Widget[] } } }

/**
 * A comparison is one of the same work: each must give the whole home, every widget of it READY, as the first does; but for the moments in it, and for
 * the etag that stands for them. Who gives the data of a home only must give it without an error.
 */
export async function agree(contenders: readonly Contender[], token: string, widgets: number): Promise<void> {
  const [first, ...others] = await Promise.all(
    contenders.filter(({ isData }) => !isData).map(async (contender) => ({ contender, text: await wholeHome(contender, token, widgets) })),
  )
  for (const contender of contenders.filter(({ isData }) => isData)) await requireData(contender, token)
  for (const { contender, text } of others) {
    if (!first) return
    const apart = Math.abs(Buffer.byteLength(text) - Buffer.byteLength(first.text))
    if (apart > tolerance) throw new Error(`${contender.name} answers with ${apart} bytes more or less than ${first.contender.name}`)
    if (!isDeepStrictEqual(timeless(text), timeless(first.text)))
      throw new Error(`${contender.name} does not give the answer of ${first.contender.name}`)
  }
}

async function requireData(contender: Contender, token: string): Promise<void> {
  const { status, text } = await ask(contender, token)
  if (status !== 200 || text.includes('"errors"')) throw new Error(`${contender.name} answers ${status}: ${text.slice(0, 300)}`)
}

async function wholeHome(contender: Contender, token: string, count: number): Promise<string> {
  // The first answers come from cold caches, and some servers compile a question only when it has been asked.
  for (let time = 0; time < 5; time++) await ask(contender, token)
  const { status, text } = await ask(contender, token)
  const widgets = (JSON.parse(text) as Home).data?.mosaic?.widgets ?? []
  if (widgets.length === count && widgets.every((widget) => widget?.state === 'READY')) return text
  const got = widgets.map((widget) => widget?.state ?? 'null').join(', ')
  throw new Error(
    `${contender.name} was to answer with ${count} widgets that are READY; it answered ${status} with ${got || text.slice(0, 300)}`,
  )
}

function timeless(text: string): unknown {
  const { data } = JSON.parse(text) as Home
  const { mosaic, ...rest } = data ?? {}
  const moments = { composedAt: '', expiresAt: '', etag: '' }
  return {
    ...rest,
    mosaic: { ...mosaic, ...moments, widgets: mosaic?.widgets.map((widget) => widget && { ...widget, freshness: undefined }) },
  }
}
