import type { Route } from './types.ts'

type Match =
  | { found: 'route'; route: Route; params: Record<string, string> }
  /** The path exists, for these other methods. */
  | { found: 'path'; allow: string[] }
  | { found: 'nothing' }

/** Finds the route of a method and path. Paths are literal but for `:name` parts, which take one segment. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match {
  const literal = new Map<string, Route[]>()
  const patterns: { segments: string[]; route: Route }[] = []
  for (const route of routes) {
    if (route.path.includes('/:')) patterns.push({ segments: route.path.split('/'), route })
    else literal.set(route.path, [...(literal.get(route.path) ?? []), route])
  }
  return (method, path) => {
    const clean = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
    const candidates = [
      ...(literal.get(clean) ?? []).map((route) => ({ route, params: {} })),
      ...patterns.flatMap(({ segments, route }) => {
        const params = paramsOf(segments, clean.split('/'))
        return params ? [{ route, params }] : []
      }),
    ]
    // A HEAD is a GET whose body the server does not send.
    const wanted = method === 'HEAD' ? 'GET' : method
    const match = candidates.find(({ route }) => route.method === wanted)
    if (match) return { found: 'route', ...match }
    if (candidates.length > 0) return { found: 'path', allow: candidates.map(({ route }) => route.method) }
    return { found: 'nothing' }
  }
}

function paramsOf(pattern: string[], path: string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const given = path[index] ?? ''
    if (part.startsWith(':')) {
      const value = decode(given)
      if (!value) return undefined
      params[part.slice(1)] = value
    } else if (part !== given) return undefined
  }
  return params
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
