import type { IncomingHttpHeaders } from 'node:http'
import { execute, Kind, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Directory } from '../care/contract.ts'
import { sessionOfPerson } from '../care/person-session.ts'
import { ClientError } from '../client-error.ts'
import { createContext, type GraphqlDependencies } from '../graphql/context.ts'
import { createErrorMask } from '../graphql/mask-error.ts'
import type { TrustedDocuments } from '../graphql/trusted-documents.ts'
import { idOf } from '../graphql/use-trusted-documents.ts'
import type { HandOver, HandOvers } from '../hand-over/contract.ts'
import { isGood } from '../hand-over/state.ts'
import type { Session } from '../identity/session.ts'
import { allowedVariables } from './allowed.ts'
import type { Grants, KeptGrant } from './grants.ts'

/** The customers' GraphQL, as guests may ask it. */
export type GuestGraphql = { schema: GraphQLSchema; documents: TrustedDocuments; dependencies: GraphqlDependencies }

type Dependencies = { grants: Grants; handOvers: HandOvers; directory: Directory }

export type GuestQuestion = {
  documentId?: unknown
  operationName?: unknown
  variables?: Readonly<Record<string, unknown>> | null
  extensions?: Readonly<Record<string, unknown>> | null
}

/**
 * Answers who has proven to hold the number of a link, and is not signed in: documents that the apps ship, of a short list, about one place of one line.
 * Nothing is kept, and no plan answers: what is composed here is composed for him alone.
 */
export function createGuestAnswers({ grants, handOvers, directory }: Dependencies, { schema, documents, dependencies }: GuestGraphql) {
  const maskError = createErrorMask(dependencies.log)

  /** @throws {ClientError} UNAUTHENTICATED for a grant that is not good (any more), FORBIDDEN for what it is not for */
  return async (secret: string | undefined, question: GuestQuestion, headers: IncomingHttpHeaders): Promise<unknown> => {
    const now = new Date(dependencies.now())
    const grant = secret === undefined ? undefined : await grants.find(secret)
    const handOver = grant && (await handOvers.get(grant.handOverId))
    // A link that was taken back takes its grants with it.
    if (!grant || !handOver || !isGood(handOver, now) || handOver.claimHash !== grant.claimHash) throw notProven()
    const document = documents.get(idOf(question) ?? '')?.document
    const operation = document && operationOf(document)
    const opens = dependencies.engine.get(grant.brand)?.care.targets.get(handOver.targetId)?.target.opens
    const variables =
      operation === undefined ? undefined : allowedVariables(operation, question.variables ?? {}, { grant, handOver, opens })
    if (!document || !variables || !(await isOfGrant(grant, variables['run']))) throw notFor()
    const session = await sessionOf(grant)
    const contextValue = {
      ...createContext(withOnly(handOver), { ...headers, authorization: undefined }),
      moment: now,
      session: () => session,
    }
    const { data, errors } = await execute({ schema, document, contextValue, variableValues: variables })
    return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map((error) => maskError(error).toJSON()) }) }
  }

  /** He, on this one line, by his first name. */
  async function sessionOf({ brand, customerId, lineId }: KeptGrant): Promise<Session> {
    const person = await directory.person(brand, customerId)
    if (!person?.lines.some(({ id }) => id === lineId)) throw notProven()
    const session = sessionOfPerson(person, brand)
    const name = session.partyType === 'individual' ? (session.name.trim().split(/\s+/)[0] ?? '') : session.name
    return { ...session, name, lines: [lineId] }
  }

  /** Whether a walk is the customer's own, through the guide of the grant, on its line; naming none is no walk of somebody else's. */
  async function isOfGrant({ brand, customerId, lineId, guide }: KeptGrant, run: unknown): Promise<boolean> {
    if (run === undefined || run === null) return true
    const found = typeof run === 'string' && guide !== undefined ? await dependencies.care?.guideRuns.get(run) : undefined
    if (!found) return false
    const walk = found.run
    return walk.brand === brand && walk.customerId === customerId && walk.guideId === guide && walk.lineId === lineId
  }

  /** Of all that has been prepared for the customer a guest sees what he has opened. */
  function withOnly({ id }: HandOver): GraphqlDependencies {
    const { care } = dependencies
    if (!care) return dependencies
    const ofCustomer: HandOvers['ofCustomer'] = async (...asked) => (await handOvers.ofCustomer(...asked)).filter((one) => one.id === id)
    return { ...dependencies, care: { ...care, handOvers: { ...care.handOvers, ofCustomer } } }
  }
}

function operationOf(document: DocumentNode): string | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return operations.length === 1 ? operations[0]?.name?.value : undefined
}

function notProven(): ClientError {
  const fault = { expected: 'a proof that is still good', got: 'none', fix: 'Sign in, or open a new link' }
  return new ClientError('UNAUTHENTICATED', 'Not proven', fault)
}

function notFor(): ClientError {
  const fault = {
    expected: 'a question about the place of the link, of the kind it was proven for',
    got: 'another',
    fix: 'Sign in to ask it',
  }
  return new ClientError('FORBIDDEN', 'Not by this proof', fault)
}
