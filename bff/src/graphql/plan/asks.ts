import type { FormFactor } from '@mosaic/schemas/release'
import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Drawing } from '../../home/tiles.ts'
import type { Device } from '../../home/visit.ts'
import { deviceOf } from '../context.ts'
import { documentId, type TrustedDocuments } from '../trusted-documents.ts'
import { idOf } from '../use-trusted-documents.ts'
import type { HomePart, Plan, RootPart, Variables } from './contract.ts'
import type { Plans } from './plans.ts'

/**
 * A planned question as one kind of client asks it, read once: the same object for equal requests, whoever sends them, when it is `isRemembered`. `isTagged`: its answer has
 * an entity tag, so that the client can ask whether it is still the same.
 */
export type Ask = { serial: number; roots: readonly AskedRoot[]; device: Device; isRemembered: boolean; isTagged: boolean }
export type AskedRoot = Exclude<RootPart, { part: 'home' }> | AskedHome
export type AskedHome = {
  part: 'home'
  prefix: string
  surface: string
  line: string | undefined
  fields: readonly AskedHomePart[]
  /** How its widgets are drawn; where it asks for none, they are still what its layout and its expiry come from. */
  drawing: Drawing
}
export type AskedHomePart =
  | Exclude<HomePart, { part: 'layout' | 'widgets' }>
  | { part: 'layout'; prefix: string; formFactor: FormFactor; write: (HomePart & { part: 'layout' })['write'] }
  | { part: 'widgets'; prefix: string; drawing: Drawing }

/** How much of questions is known, in bytes: documents × variables (the lines of customers among them) × kinds of clients. About 20,000 that name their document by its id. */
const keptBytes = 32 * 1024 * 1024
/** What a question costs beside its text, in bytes: an estimate. */
const askBytes = 1_024
/** A longer one is read anew each time: no client of ours sends it. */
const longestKept = 16_384

/** Reads questions. What a client sends is nearly always what another has sent before him, so it is found by its bare text. */
export function createAsks(documents: TrustedDocuments, plans: Plans) {
  const known = new LRUCache<string, { ask: Ask | undefined }>({
    maxSize: keptBytes,
    sizeCalculation: (_, key) => key.length + askBytes,
  })
  let lastSerial = 0
  const drawings = new WeakMap<Plan, Map<HomePart, Drawing>>()

  return {
    /** The body of a POST. `undefined`: the executor is to answer. */
    ofBody(body: string, headers: IncomingHttpHeaders): Ask | undefined {
      return find(`P${body}`, headers, false, () => paramsOfBody(body))
    },
    /** The address of a GET. */
    ofUrl(url: string, headers: IncomingHttpHeaders): Ask | undefined {
      return find(`G${url}`, headers, true, () => paramsOfUrl(url))
    },
  }

  function find(text: string, headers: IncomingHttpHeaders, isTagged: boolean, paramsOf: () => Params | undefined): Ask | undefined {
    if (text.length > longestKept) return read(paramsOf(), headers, { isTagged, isRemembered: false })
    const { 'accept-language': languages, 'x-client-platform': platform, 'x-client-version': version, 'x-form-factor': factor } = headers
    const key = `${text}\n${languages}\n${String(platform)}\n${String(version)}\n${String(factor)}`
    let found = known.get(key)
    if (!found) {
      const isRemembered = key.length <= 2 * longestKept
      found = { ask: read(paramsOf(), headers, { isTagged, isRemembered }) }
      if (isRemembered) known.set(key, found)
    }
    return found.ask
  }

  function read(params: Params | undefined, headers: IncomingHttpHeaders, how: Pick<Ask, 'isTagged' | 'isRemembered'>): Ask | undefined {
    const id = params && idOfParams(params, documents)
    const found = id === undefined ? undefined : plans.find(id, params?.operationName ?? undefined, params?.variables ?? {})
    if (!found) return undefined
    try {
      const roots = found.plan.roots.map((root) => askedRoot(root, found.plan, found.variables))
      return { serial: ++lastSerial, roots, device: deviceOf(headers), ...how }
    } catch {
      // An argument that is wrong is the executor's to tell.
      return undefined
    }
  }

  function askedRoot(root: RootPart, plan: Plan, variables: Variables): AskedRoot {
    if (root.part !== 'home') return root
    const isDigested = root.fields.some((field) => field.part === 'head' && field.name === 'etag')
    const fields = root.fields.map((field): AskedHomePart => {
      if (field.part === 'layout')
        return { part: 'layout', prefix: field.prefix, formFactor: field.formFactorOf(variables), write: field.write }
      if (field.part === 'widgets') return { part: 'widgets', prefix: field.prefix, drawing: drawingOf(plan, field, isDigested) }
      return field
    })
    const [drawing = { capabilities: plan.capabilities, write: nothing, isDigested }] = fields.flatMap((field) =>
      field.part === 'widgets' ? [field.drawing] : [],
    )
    return { part: 'home', prefix: root.prefix, ...root.argumentsOf(variables), fields, drawing }
  }

  function drawingOf(plan: Plan, field: HomePart & { part: 'widgets' }, isDigested: boolean): Drawing {
    let own = drawings.get(plan)
    if (!own) drawings.set(plan, (own = new Map()))
    let drawing = own.get(field)
    if (!drawing) own.set(field, (drawing = { capabilities: plan.capabilities, write: field.write, isDigested }))
    return drawing
  }
}

const nothing = () => ''

export type Asks = ReturnType<typeof createAsks>

type Params = {
  query?: unknown
  documentId?: unknown
  operationName?: string | null
  variables?: Variables | null
  extensions?: Readonly<Record<string, unknown>> | null
}

/** What a plan may be asked with, and nothing else: whatever looks otherwise is left to the executor. */
function checked(params: unknown): Params | undefined {
  if (!isRecord(params)) return undefined
  const { operationName = null, variables = null, extensions = null } = params
  const isFit =
    (operationName === null || typeof operationName === 'string') &&
    (variables === null || isRecord(variables)) &&
    (extensions === null || isRecord(extensions)) &&
    Object.keys(params).every((name) => paramNames.has(name))
  return isFit ? (params as Params) : undefined
}
const paramNames = new Set(['query', 'documentId', 'operationName', 'variables', 'extensions'])

function paramsOfBody(body: string): Params | undefined {
  try {
    return checked(JSON.parse(body))
  } catch {
    return undefined
  }
}

function paramsOfUrl(url: string): Params | undefined {
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  const names = [...search.keys()]
  if (new Set(names).size < names.length) return undefined
  try {
    const parsed = (name: string) => {
      const text = search.get(name)
      return text ? (JSON.parse(text) as unknown) : undefined
    }
    const plain = Object.fromEntries(
      ['query', 'documentId', 'operationName'].flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
    )
    const others = names.filter((name) => !paramNames.has(name))
    return others.length > 0 ? undefined : checked({ ...plain, variables: parsed('variables'), extensions: parsed('extensions') })
  } catch {
    return undefined
  }
}

/** The id, however it is written; `undefined` when a text stands beside it, or the text is of no trusted document. */
function idOfParams(params: Params, documents: TrustedDocuments): string | undefined {
  const { query } = params
  if (query === undefined) return idOf(params) ?? undefined
  if (typeof query !== 'string' || 'documentId' in params || params.extensions?.['persistedQuery'] !== undefined) return undefined
  const id = documentId(query)
  return documents.has(id) ? id : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
