import { GraphQLError } from 'graphql'
import { ClientError } from '../client-error.ts'
import type { Logger } from '../log.ts'

/** The one message for everything that is not the client's business. */
export const maskedMessage = 'Something went wrong on our side. Try again in a moment.'

/**
 * What a client may know of an error: its own mistakes (GraphQL's errors, ClientErrors) in full, of all others only that there was one.
 * The rest is for the log.
 */
export function createErrorMask(log: Logger) {
  return (error: unknown): GraphQLError => {
    const { nodes, source, positions, path } = error instanceof GraphQLError ? error : new GraphQLError('')
    const place = { nodes, source, positions, path }
    const root = rootOf(error)
    if (root instanceof ClientError) {
      return new GraphQLError(root.message, {
        ...place,
        extensions: { code: root.code, ...(root.httpStatus !== undefined && !isHole(root, path) && { http: httpOf(root) }) },
      })
    }
    if (error instanceof GraphQLError && root instanceof GraphQLError) return error
    log.error({ err: root }, 'a resolver threw')
    return new GraphQLError(maskedMessage, { ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } })
  }
}

function httpOf({ httpStatus: status, retryAfterSeconds }: ClientError) {
  return { status, ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }) }
}

/** A back-end that costs a part of an answer, not the answer: a proxy must not take the rest for a failure. */
function isHole({ code }: ClientError, path: GraphQLError['path']): boolean {
  return code === 'BACKEND_UNAVAILABLE' && (path?.length ?? 0) > 1
}

/** The error that was thrown, out of the GraphQLErrors it was wrapped in on its way. */
function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error
}
