import { badRequest, notFound } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { filterOf, sortOf } from './query.ts'

/** A TM Forum representation: what goes over the wire. */
export type Representation = Readonly<Record<string, unknown>>

/** One TM Forum resource type: what there is of it, and how one is represented. `Source` is what a representation is made from. */
export type Resource<Source> = {
  /** The path of the collection. */
  path: string
  /** The BSS method its requests are for; a system may be asked by several, which are told apart by what they ask. */
  bss: NonNullable<Route['bss']>
  /** Every attribute of the contract: a filter or a selection by any other is an error, so that a typo is seen. */
  attributes: readonly string[]
  /** The attributes that an answer needs to stay valid, whatever `fields` says. */
  required?: readonly string[]
  /** What may be asked with beyond the attributes; only `list` knows what it means. */
  parameters?: readonly string[]
  /** All there are, or fewer when the query already names whose they are; every filter is applied afterwards anyway. */
  list(query: URLSearchParams): readonly Source[]
  get(id: string): Source | undefined
  represent(source: Source): Representation
}

const defaultLimit = 50
const maxLimit = 100
const conventionKeys = new Set(['fields', 'offset', 'limit', 'sort'])

/** The two reads of a resource, with the conventions of TMF630: fields, paging, filters, sort. */
export function readRoutes<Source>(resource: Resource<Source>): Route[] {
  return [
    { method: 'GET', path: resource.path, bss: resource.bss, handle: (request) => listReply(resource, request) },
    { method: 'GET', path: `${resource.path}/:id`, bss: resource.bss, handle: (request) => itemReply(resource, request) },
  ]
}

function itemReply<Source>(resource: Resource<Source>, request: SimRequest): Reply {
  const select = selection(resource, request.url.searchParams)
  const found = resource.get(request.params.id ?? '')
  if (found === undefined) throw notFound(`There is no ${resource.path.split('/').at(-1)} with id ${request.params.id}.`)
  return { status: 200, json: select(resource.represent(found)) }
}

function listReply<Source>(resource: Resource<Source>, request: SimRequest): Reply {
  const query = request.url.searchParams
  const select = selection(resource, query)
  const offset = integer(query, 'offset', 0, 1_000_000) ?? 0
  const limit = integer(query, 'limit', 0, maxLimit) ?? defaultLimit
  const compare = sortOf(query.get('sort'), resource.attributes)
  const filters = [...new Set(query.keys())]
    .filter((key) => !conventionKeys.has(key) && !resource.parameters?.includes(key))
    .map((key) => filterOf(key, query.getAll(key), resource.attributes))

  const sources = resource.list(query)
  const represent = (source: Source) => resource.represent(source)
  const cut = <Item>(items: readonly Item[]) => items.slice(offset, offset + limit)
  let total = sources.length
  let page: readonly Representation[]
  if (filters.length === 0 && !compare) {
    // Representing everything only to cut a page out of it would make the plain lists slow.
    page = cut(sources).map(represent)
  } else {
    const matching = sources.map(represent).filter((item) => filters.every((filter) => filter(item)))
    total = matching.length
    page = cut(compare ? matching.toSorted(compare) : matching)
  }
  return {
    status: page.length < total ? 206 : 200,
    headers: {
      'x-total-count': String(total),
      'x-result-count': String(page.length),
      ...linkHeader(request.url, offset, limit, total),
    },
    json: page.map(select),
  }
}

/** `fields=a,b` keeps these first-level attributes, beside the ones an answer cannot do without. */
function selection(
  resource: Pick<Resource<never>, 'attributes' | 'required'>,
  query: URLSearchParams,
): (item: Representation) => Representation {
  const asked = query
    .getAll('fields')
    .flatMap((value) => value.split(','))
    .map((name) => name.trim().split('.')[0] ?? '')
    .filter((name) => name !== '')
  if (asked.length === 0) return (item) => item
  const unknown = asked.find((name) => name !== 'none' && !resource.attributes.includes(name))
  if (unknown) throw badRequest(`fields: "${unknown}" is not an attribute of this resource. Use some of ${resource.attributes.join(', ')}.`)
  const kept = new Set(['id', 'href', ...(resource.required ?? []), ...asked])
  return (item) => Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)))
}

function integer(query: URLSearchParams, name: string, low: number, high: number): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw badRequest(`${name}: expected an integer from ${low} to ${high}, got "${text}".`)
  return value
}

function linkHeader(url: URL, offset: number, limit: number, total: number): Record<string, string> {
  const link = (rel: string, at: number) => {
    const target = new URL(url)
    target.searchParams.set('offset', String(at))
    target.searchParams.set('limit', String(limit))
    return `<${target.href}>; rel="${rel}"`
  }
  const links = [
    ...(limit > 0 && offset + limit < total ? [link('next', offset + limit)] : []),
    ...(limit > 0 && offset > 0 ? [link('prev', Math.max(0, offset - limit))] : []),
  ]
  return links.length > 0 ? { link: links.join(', ') } : {}
}
