/**
 * Makes the web client's trusted documents from the fragments that the widget kinds keep beside their types. With --check it only compares.
 * Documents of shipped clients stand beside them under their own platform and version, and are never made again.
 */
import { existsSync, readFileSync } from 'node:fs'
import { operationDocument, widgetSelection } from '@mosaic/widgets/graphql'
import { buildSchema, getOperationAST, parse, print, validate } from 'graphql'
import { documentId } from '../bff/src/graphql/trusted-documents.ts'
import { keepGenerated } from './lib/generated.ts'
import { inRoot } from './lib/house.ts'
import { Trouble, main } from './lib/steps.mjs'

const folder = inRoot('schemas', 'operations', 'web', '1.0')
const contract = inRoot('schemas', 'graphql', 'mosaic.graphql')

/** The documents of the web client, by absolute path. */
export function webOperations(): Map<string, string> {
  return new Map([
    [`${folder}/home.graphql`, document(home)],
    [`${folder}/top-up.graphql`, document(topUp)],
  ])
}

const home = `
query Home($surface: String = "home", $line: ID, $formFactor: FormFactor!) {
  me {
    id
    name
    lines { id label msisdn kind device }
  }
  mosaic(surface: $surface, line: $line) {
    id
    revision
    composedAt
    expiresAt
    line
    title { ...TextParts }
    greeting { ...TextParts }
    theme {
      id
      palettes { scheme tokens { name hex } }
    }
    layout(formFactor: $formFactor) {
      columns
      sections {
        id
        title
        scroll
        placements { widgetId order columns rows }
      }
    }
    widgets { ${widgetSelection} }
  }
}`

const topUp = `
mutation TopUp($lineId: ID!, $amount: Int!, $idempotencyKey: String!, $surface: String = "home", $ids: [ID!]) {
  topUp(input: { lineId: $lineId, amount: $amount, idempotencyKey: $idempotencyKey }) {
    status
    message { ...TextParts }
    widgets(surface: $surface, ids: $ids) { ${widgetSelection} }
  }
}`

/** The id of each document by its operation's name: what the client sends instead of the text. */
function ids(documents: ReadonlyMap<string, string>): string {
  const entries = [...documents.values()].map((text) => [getOperationAST(parse(text))?.name?.value ?? '', documentId(text)])
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}

function document(operation: string): string {
  return `# Made by scripts/gen-operations.ts: change the kinds' schema.ts, then run \`npm run gen\`.\n${print(parse(operationDocument(operation)))}\n`
}

/** A document that the printed schema does not accept would break the client at its next start, so it is not written. */
function checkAgainstContract(documents: ReadonlyMap<string, string>): void {
  if (!existsSync(contract)) return
  const schema = buildSchema(readFileSync(contract, 'utf8'))
  for (const [path, text] of documents) {
    const [error] = validate(schema, parse(text))
    if (error)
      throw new Trouble(
        `${path} does not fit schemas/graphql/mosaic.graphql: ${error.message}`,
        'Mend the fragment in the kind’s schema.ts.',
      )
  }
}

if (import.meta.main) {
  await main(async () => {
    const documents = webOperations()
    checkAgainstContract(documents)
    keepGenerated(new Map([...documents, [`${folder}/ids.json`, ids(documents)]]))
  })
}
