import { stringify } from 'node:querystring'
import { badAnswer } from '../../failure.ts'
import type { Connector } from '../contract.ts'
import { createExchange } from '../http/exchange.ts'
import type { HttpSettings } from '../http/settings.ts'
import type { ApiName, RestSettings } from './settings.ts'

export type RestRequest = {
  api: ApiName
  /** Below the API's base path; every variable part passed through `encodeURIComponent`. */
  path: string
  query?: Readonly<Record<string, string | number>>
  /** The attributes to send, where only they are read; systems that do not know the convention send all. */
  fields?: readonly string[]
  /** A body makes it a POST. */
  body?: unknown
  /** @default GET, or POST with a body */
  method?: 'DELETE' | 'PATCH'
  headers?: Readonly<Record<string, string>>
  /** Statuses beside 2xx whose body says something: they come back like any other answer. */
  told?: readonly number[]
}
export type RestAnswer = { status: number; body: unknown; header: (name: string) => string | undefined }

/** JSON over HTTP, at the addresses of the TM Forum APIs. */
export function createRestConnector(apis: RestSettings, trust?: HttpSettings): Connector<RestRequest, RestAnswer> {
  const http = createExchange(trust)
  const bases = Object.fromEntries(
    Object.entries(apis).map(([api, { origin, pathname }]) => [api, { origin, path: pathname.replace(/\/$/, '') }]),
  ) as Record<ApiName, Base>
  return {
    async send(request, attempt) {
      const base = bases[request.api]
      const hasBody = request.body !== undefined
      const name = nameOf(request)
      const { status, header, body } = await http.send(
        {
          name,
          origin: base.origin,
          path: pathOf(base, request),
          method: request.method ?? (hasBody ? 'POST' : 'GET'),
          headers: { accept: 'application/json', ...(hasBody && { 'content-type': 'application/json' }), ...request.headers },
          body: hasBody ? JSON.stringify(request.body) : undefined,
          isTold: (answer) => request.told?.includes(answer.status) ?? false,
        },
        attempt,
      )
      // What was only accepted, is gone, or has nothing to say, comes without a body.
      const isEmpty = body.length === 0 && (status === 202 || status === 204 || request.method === 'DELETE')
      return { status, header, body: isEmpty ? undefined : readJson(body, name) }
    },
    close: () => http.close(),
  }
}

function readJson(body: Buffer, name: string): unknown {
  const text = body.toString('utf8')
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw badAnswer(name, 'JSON', `${text.length} characters that are not`, cause)
  }
}

type Base = { origin: string; path: string }

function pathOf(base: Base, { path, query, fields }: RestRequest): string {
  // Takes half as long as URLSearchParams.
  const search = query || fields ? `?${stringify({ ...query, ...(fields && { fields: fields.join(',') }) })}` : ''
  return `${base.path}/${path}${search}`
}

/** For the log: the API and the resource, without the ids that follow it. */
function nameOf({ api, path }: RestRequest): string {
  return `${api} ${path.split('/')[0]}`
}
