import { operationDocument, widgetSelection } from '@mosaic/widgets/graphql'
import { Kind, parse, print, visit, type DocumentNode, type SelectionSetNode } from 'graphql'

/** The version of the apps that are being built: its documents follow the code until it is frozen. */
export const currentVersion = '2.0'
export const platforms = ['web', 'ios', 'android'] as const
type Platform = (typeof platforms)[number]

/** The current documents of one platform's app, by file name. Each says whose it is, so that no two apps share an id. */
export function currentOperations(platform: Platform): Map<string, string> {
  const whose = `# ${platform} ${currentVersion}, made by scripts/gen-operations.ts: change the kinds' schema.ts, then run \`npm run gen\`.`
  return new Map(Object.entries(operations).map(([name, text]) => [`${name}.graphql`, document(whose, text, platform)]))
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
    themes {
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

/** What every mutation is told beside its input, and what it answers: the tiles it changed, and which of them are gone. */
const page = '$idempotencyKey: String!, $surface: String = "home", $line: ID, $ids: [ID!]'
const changed = `
  status
  message { ...TextParts }
  widgets(surface: $surface, line: $line, ids: $ids) { ${widgetSelection} }
  removed(surface: $surface, line: $line, ids: $ids)`

/** @param variables by name, with their types: they are the fields of the mutation's input */
function mutation(field: string, variables: Readonly<Record<string, string>>): string {
  const declared = Object.entries(variables).map(([name, type]) => `$${name}: ${type}`)
  const input = [...Object.keys(variables), 'idempotencyKey'].map((name) => `${name}: $${name}`)
  const operation = field.charAt(0).toUpperCase() + field.slice(1)
  return `mutation ${operation}(${[...declared, page].join(', ')}) { ${field}(input: { ${input.join(', ')} }) { ${changed} } }`
}

/** What needs none of the widgets' fragments does without them. */
const text = '{ value lang }'
const place = 'surface widgetId focus { name value } guide run step menu webPath deepLink'
const walk = `run title ${text}
  step { id kind title ${text} text ${text} image { url width height alt } answers { id text ${text} isChosen } outcome }
  trail { step kind title ${text} found ${text} helper }
  place { ${place} }
  message ${text}
  helper
  ticket { id at }`
const handOver = `id lineId code title ${text} helper state expiresAt place { ${place} }`

/** One document an operation: an app sends only what it does. */
const operations: Readonly<Record<string, string>> = {
  home,
  'top-up': mutation('topUp', { lineId: 'ID!', amount: 'Int!' }),
  'transfer-credit': mutation('transferCredit', {
    lineId: 'ID!',
    receiverLineId: 'ID',
    receiverNumber: 'String',
    amount: 'Int!',
    fee: 'Int',
  }),
  'set-auto-top-up': mutation('setAutoTopUp', { lineId: 'ID!', isOn: 'Boolean!', amount: 'Int', period: 'String' }),
  'activate-option': mutation('activateOption', { lineId: 'ID!', offeringId: 'ID!', price: 'Int' }),
  'deactivate-option': mutation('deactivateOption', { lineId: 'ID!', productId: 'ID!' }),
  'buy-offer': mutation('buyOffer', { lineId: 'ID!', offeringId: 'ID!', price: 'Int' }),
  'pay-bill': mutation('payBill', { billId: 'ID!', amount: 'Int!', paymentMethodId: 'ID!' }),
  'book-callback': mutation('bookCallback', { slotId: 'ID!', topic: 'String', lineId: 'ID' }),
  'dismiss-alert': mutation('dismissAlert', { contentId: 'ID!' }),
  'answer-survey': mutation('answerSurvey', { contentId: 'ID!', answer: 'Int!', comment: 'String' }),
  'replace-sim': mutation('replaceSim', { lineId: 'ID!', form: 'String!', reason: 'String!', price: 'Int' }),
  'move-appointment': mutation('moveAppointment', { appointmentId: 'ID!', slotId: 'ID!' }),
  'hand-overs': `query HandOvers { handOvers { ${handOver} } }`,
  'open-hand-over':
    'mutation OpenHandOver($token: String!, $opener: String) { openHandOver(token: $token, opener: $opener) { status claim code } }',
  'accept-hand-over': `mutation AcceptHandOver($id: ID, $claim: String) { acceptHandOver(id: $id, claim: $claim) { ${handOver} } }`,
  'note-hand-over': `mutation NoteHandOver($id: ID!, $type: String!, $step: String, $wants: String, $note: String) {
    noteHandOver(input: { id: $id, type: $type, step: $step, wants: $wants, note: $note }) { ${handOver} }
  }`,
  'call-back-times': 'query CallBackTimes { callBackTimes { startsAt endsAt } }',
  'request-call-back': `mutation RequestCallBack($startsAt: DateTime!, $topic: String, $lineId: ID, $handOver: ID, $run: ID, $idempotencyKey: String!) {
    requestCallBack(input: { startsAt: $startsAt, topic: $topic, lineId: $lineId, handOver: $handOver, run: $run, idempotencyKey: $idempotencyKey }) {
      status
      message ${text}
      startsAt
    }
  }`,
  guide: `query Guide($id: ID!, $run: ID, $line: ID, $from: ID) { guide(id: $id, run: $run, line: $line, from: $from) { ${walk} } }`,
  'answer-guide': `mutation AnswerGuide($guide: ID!, $run: ID, $line: ID, $from: ID, $step: ID, $answer: ID, $backTo: ID) {
    answerGuide(input: { guide: $guide, run: $run, line: $line, from: $from, step: $step, answer: $answer, backTo: $backTo }) { ${walk} }
  }`,
  'open-ticket': `mutation OpenTicket($run: ID!, $idempotencyKey: String!) {
    openTicket(input: { run: $run, idempotencyKey: $idempotencyKey }) { status message ${text} ticket }
  }`,
  'call-backs': 'query CallBacks { callBacks { id startsAt endsAt topic } }',
  'cancel-call-back': `mutation CancelCallBack($id: ID!) { cancelCallBack(id: $id) { status message ${text} } }`,
  menu: `query Menu($id: ID) { menu(id: $id) { id title ${text} options { key text ${text} node callBack place { ${place} } } } }`,
  'sim-secrets': `query SimSecrets($lineId: ID!) {
    simSecrets(lineId: $lineId) {
      state
      puk1
      puk2
      issue { code message retryable retryAfterSeconds }
    }
  }`,
}

function document(whose: string, operation: string, platform: Platform): string {
  // What asks for no widgets needs none of their fragments.
  const parsed = parse(operation.includes('...') ? operationDocument(operation) : operation)
  return `${whose}\n${print(platform === 'web' ? parsed : withTypeNames(parsed))}\n`
}

/** Apollo reads the type of every object from the answer, and asks for it in every document it generates code for: a trusted document must ask for it as well. */
export function withTypeNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: (field) => field.selectionSet && { ...field, selectionSet: typed(field.selectionSet) },
    FragmentDefinition: (fragment) => ({ ...fragment, selectionSet: typed(fragment.selectionSet) }),
  })
}

function typed({ selections, ...set }: SelectionSetNode): SelectionSetNode {
  const others = selections.filter((selection) => !(selection.kind === Kind.FIELD && selection.name.value === '__typename'))
  return { ...set, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }, ...others] }
}
