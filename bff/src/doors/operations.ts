import { operationDocument, widgetSelection } from '@mosaic/widgets/graphql'

/** The sections of the doors' documentation. */
export const topics = {
  page: 'The customer, and the page composed for him.',
  care: 'What the operator’s systems say of him, without a page around it.',
  action: 'What he can do.',
} as const

/** One thing that can be asked through a door other than GraphQL: a document of ours, whose variables are what the caller may say. */
export type Operation = {
  /** Of the GraphQL operation; SOAP calls it so too. */
  name: string
  /** Its place under the REST door. */
  path: `/${string}`
  /** The field of Query or Mutation that it asks: what it answers. */
  root: string
  topic: keyof typeof topics
  document: string
}

const money = '{ amount currency text }'
const answer = 'state freshness { fetchedAt staleAfter expiresAt isStale } issue { code message retryable retryAfterSeconds }'

/**
 * What the platform can do, for channels that do not speak GraphQL. Both doors, their contracts and their documentation are made from these documents and
 * the schema: an operation is added here and nowhere else.
 */
export const operations: readonly Operation[] = [
  {
    name: 'GetMe',
    path: '/me',
    root: 'me',
    topic: 'page',
    document: 'query GetMe { me { id name lines { id label msisdn kind device } } }',
  },
  {
    name: 'GetHome',
    path: '/home',
    root: 'mosaic',
    topic: 'page',
    document: operationDocument(`
      query GetHome($surface: String = "home", $line: ID, $formFactor: FormFactor! = COMPACT) {
        mosaic(surface: $surface, line: $line) {
          id revision etag composedAt expiresAt line
          title { ...TextParts } greeting { ...TextParts }
          theme { id palettes { scheme tokens { name hex } } }
          layout(formFactor: $formFactor) { columns sections { id title scroll placements { widgetId order columns rows } } }
          widgets { ${widgetSelection} }
        }
      }`),
  },
  {
    name: 'GetBalance',
    path: '/balance',
    root: 'balance',
    topic: 'care',
    document: `query GetBalance($line: ID) { balance(line: $line) { ${answer} line credit { amount ${money} expiresOn } } }`,
  },
  {
    name: 'GetUsage',
    path: '/usage',
    root: 'usage',
    topic: 'care',
    document: `query GetUsage($line: ID) {
      usage(line: $line) { ${answer} line counters { id type name unit used total remaining resetsOn isRoaming countedAt isShared usedByLine } }
    }`,
  },
  {
    name: 'GetBills',
    path: '/bills',
    root: 'bills',
    topic: 'care',
    document: `query GetBills {
      bills { ${answer} bills { id number state amount ${money} remaining ${money} issuedOn dueOn } }
    }`,
  },
  {
    name: 'TopUp',
    path: '/top-up',
    root: 'topUp',
    topic: 'action',
    document: `mutation TopUp($lineId: ID!, $amount: Int!, $idempotencyKey: String!) {
      topUp(input: { lineId: $lineId, amount: $amount, idempotencyKey: $idempotencyKey }) { status message { value lang } }
    }`,
  },
]
