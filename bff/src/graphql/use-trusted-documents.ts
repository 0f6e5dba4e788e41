import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import { GraphQLError } from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { documentId, type TrustedDocuments } from './trusted-documents.ts'

/**
 * Questions known by their id, in the form of GraphQL over HTTP (`documentId: "sha256:…"`) and in Apollo's (`extensions.persistedQuery`): neither parsed
 * nor validated again. Other questions are answered only where they are allowed.
 */
export function useTrustedDocuments(documents: TrustedDocuments, { areOthersAllowed }: { areOthersAllowed: boolean }): Plugin[] {
  return [useKnownParams(), useIdOfText(documents), useIds(documents, areOthersAllowed)]
}

/** Yoga refuses parameters that nobody knows, but looks for them only after a known document has been put in their place. */
function useKnownParams(): Plugin {
  return {
    onParams({ params }) {
      const [strange] =
        Object.entries(params).find(([name, value]) => value !== null && value !== undefined && !knownParams.has(name)) ?? []
      if (strange !== undefined) throw refusal('BAD_REQUEST', `Unexpected parameter "${strange}" in the request body.`)
    },
  }
}
const knownParams = new Set(['query', 'documentId', 'operationName', 'variables', 'extensions'])

/** The text of a trusted document is as good as its id: an app that was loaded before the server changed may send it. */
function useIdOfText(documents: TrustedDocuments): Plugin {
  return {
    onParams({ params, setParams }) {
      // Whatever was sent: it is checked after this.
      const text: unknown = params.query
      if (typeof text !== 'string' || 'documentId' in params) return
      const id = documentId(text)
      if (documents.has(id)) setParams({ ...params, query: undefined, documentId: id } as GraphQLParams)
    },
  }
}

function useIds(documents: TrustedDocuments, areOthersAllowed: boolean): Plugin {
  return usePersistedOperations({
    allowArbitraryOperations: areOthersAllowed,
    skipDocumentValidation: true,
    // A GET has its parameters in the address, of which Yoga hands on its own only.
    extractPersistedOperationId: (params, { method, url }) =>
      idOf(method === 'GET' ? { documentId: new URL(url).searchParams.get('documentId'), ...params } : params),
    getPersistedOperation: (id) => documents.get(id)?.document ?? null,
    customErrors: {
      notFound: () => refusal('DOCUMENT_NOT_FOUND', 'Unknown document: expected the id of one that this server knows. Update the app.'),
      keyNotFound: () => refusal('DOCUMENT_ID_REQUIRED', 'No question: expected a documentId, such as "sha256:…". Send one.'),
      persistedQueryOnly: () =>
        refusal(
          'DOCUMENT_NOT_TRUSTED',
          'Not one of the known documents: expected a documentId, got a text. Send the id of a trusted document.',
        ),
    },
  })
}

/** The names of parameters beside those of GraphQL itself. */
export const trustedDocumentParams = ['documentId']

type Named = { documentId?: unknown; extensions?: Readonly<Record<string, unknown>> | null | undefined }

/** The id that a question names its document by, in either form. */
export function idOf({ extensions, documentId }: Named): string | null {
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '').toLowerCase()
  const persisted: unknown = extensions?.['persistedQuery']
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return null
  return typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash.toLowerCase() : null
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } })
}
