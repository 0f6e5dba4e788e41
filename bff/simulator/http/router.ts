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
    // A HEAD is a GET whose body the server does not send.
    const wanted = method === 'HEAD' ? 'GET' : method
    const literals = literal.get(clean) ?? []
    const route = literals.find((candidate) => candidate.method === wanted)
    if (route) return { found: 'route', route, params: {} }

    const allow = literals.map((candidate) => candidate.method)
    const parts = clean.split('/')
    for (const candidate of patterns) {
      const params = paramsOf(candidate.segments, parts)
      if (params && candidate.route.method === wanted) return { found: 'route', route: candidate.route, params }
      if (params) allow.push(candidate.route.method)
    }
    return allow.length > 0 ? { found: 'path', allow } : { found: 'nothing' }
  }
}

function paramsOf(pattern: string[], path: string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length || !pattern.every((part, index) => part.startsWith(':') || part === path[index])) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    if (!part.startsWith(':')) continue
    const value = decode(path[index] ?? '')
    if (!value) return undefined
    params[part.slice(1)] = value
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
