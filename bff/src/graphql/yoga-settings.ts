import { trustedDocumentParams } from './use-trusted-documents.ts'

/** How both our executors answer, the customers' and the care desk's. */
export const yogaSettings = {
  extraParamNames: trustedDocumentParams,
  // The body is read and bounded before Yoga sees it; Yoga's own bound costs half of its throughput.
  maxRequestBodySize: false,
  // One question a request; no uploads; no pages for people.
  batching: false,
  multipart: false,
  graphiql: false,
  landingPage: false,
  // Our pages are of the same origin, native apps need no permission, and nobody else has business here.
  cors: false,
  logging: false,
} as const
