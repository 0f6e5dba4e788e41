import type { TwoLanguages } from '@mosaic/schemas/rules'
import { pickText } from '@mosaic/schemas/text'
import { act } from '../actions/act.ts'
import type { ActionDependencies, ActionReceipt, ActionWords, Tap } from '../actions/contract.ts'
import { badInput, checkId, checkKey } from '../actions/inputs.ts'
import { ClientError } from '../client-error.ts'
import type { Report } from './contract.ts'
import { guided, saidOf, type Guided, type GuideDependencies, type GuideRequest } from './guided.ts'
import { checksOf } from './reported.ts'

/** `run`: a walk of the customer's that has come to an end at which a ticket is opened. */
export type OpenTicketInput = Tap & { run: string }

/** As much as systems take, in characters. */
const longestTitle = 150
const longestDescription = 3_500

const words: ActionWords = {
  completed: { it: 'Fatto: la segnalazione è aperta.', en: 'Done: your report is open.' },
  pending: {
    it: 'Stiamo aprendo la segnalazione: la vedrai qui fra poco.',
    en: 'We are opening your report: you will see it here shortly.',
  },
  failed: {
    it: 'In questo momento non riusciamo ad aprire la segnalazione. Quello che ci hai detto resta: riprova tra poco, o fatti richiamare.',
    en: 'We cannot open your report right now. What you have told us is kept: try again in a moment, or have us call you.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma: guarda qui fra qualche minuto. La segnalazione si apre comunque una volta sola.',
    en: 'We have no confirmation yet: look here in a few minutes. Your report is opened once only, whatever happens.',
  },
}
const enough: TwoLanguages = {
  it: 'Oggi hai già aperto altre segnalazioni, e ci stiamo lavorando. Per questa ti richiamiamo volentieri.',
  en: 'You have opened other reports today, and we are working on them. About this one we will gladly call you.',
}
const movedOn: TwoLanguages = {
  it: 'Nel frattempo questa guida è andata avanti: guarda dove è arrivata, poi decidi.',
  en: 'Meanwhile this guide has gone on: look where it stands, then decide.',
}

/**
 * Opens a ticket with everything that was found out and said in a walk, at most once for each walk, however often and wherever it is asked for. What is sent is
 * written down first and does not change any more, and its key is the walk's: a back-end that has it already knows it again.
 * @throws {ClientError} BAD_INPUT, LINE_NOT_FOUND, BRAND_NOT_PUBLISHED; STORE_UNAVAILABLE: ask again
 */
export async function openTicket(
  dependencies: GuideDependencies & ActionDependencies,
  request: GuideRequest,
  { run: id, idempotencyKey }: OpenTicketInput,
): Promise<ActionReceipt> {
  checkKey(idempotencyKey)
  checkId('run', id)
  const walked = await ended(dependencies, request, id)
  const { locale } = walked.visit
  const failed = (texts: TwoLanguages): ActionReceipt => ({ status: 'failed', message: { value: texts[locale], lang: locale } })
  const report = await written(dependencies, walked)
  if (report === 'enough') return failed(enough)
  if (!report) return failed(movedOn)
  const { title, description, ticketId } = report
  if (ticketId !== undefined) {
    return { status: 'completed', message: { value: opened(ticketId)[locale], lang: locale }, madeId: ticketId }
  }
  const { lineId } = walked.run.run
  const receipt = await act(
    dependencies,
    request,
    {
      operation: 'openTicket',
      write: 'openTicket',
      words,
      wordsFor: ({ id: ticket, status }) => (status === 'completed' ? opened(ticket) : undefined),
      lineId,
      prepare: () => ({ title, description, ...(lineId && { lineId }) }),
    },
    id,
  )
  const { status, madeId } = receipt
  if (status !== 'failed' && madeId !== undefined) {
    // It is open, whatever becomes of the note: the next to ask finds it by the same key.
    await dependencies.guideRuns.opened(id, madeId).catch(() => undefined)
  }
  return receipt
}

function opened(ticketId: string): TwoLanguages {
  return {
    it: `Fatto: la segnalazione ${ticketId} è aperta. Chi se ne occupa sa già che cosa ci hai detto.`,
    en: `Done: your report ${ticketId} is open. Whoever takes care of it knows what you have told us.`,
  }
}

type Walked = Guided & { run: NonNullable<Guided['run']> }

/** Somebody else’s walk, and one that does not lead to a ticket, are refused in the same way. */
async function ended(dependencies: GuideDependencies, request: GuideRequest, id: string): Promise<Walked> {
  const run = await dependencies.guideRuns.get(id)
  const { brand, customerId } = request.session
  const isHis = run?.run.brand === brand && run.run.customerId === customerId
  const found = isHis ? await guided(dependencies, request, { guide: run.run.guideId }, run) : undefined
  if (run && found && (run.report || found.place.outcome === 'ticket')) return { ...found, run }
  throw badInput('run', 'one of the customer’s own walks, at an end that opens a ticket', 'another')
}

/** What is to be sent, as it was written down by whoever was first. */
async function written({ guideRuns }: GuideDependencies, walked: Walked): Promise<Report | 'enough' | undefined> {
  const { guide, place, run, visit } = walked
  if (run.report) return run.report
  // It is read at the operator's.
  const { defaultLocale } = visit.release.brand
  const title = pickText(guide.title, defaultLocale, defaultLocale)?.value || guide.name
  const description = [title, ...saidOf(walked, defaultLocale)].join('\n')
  const wanted = { title: cut(title, longestTitle), description: cut(description, longestDescription), checks: checksOf(guide, place) }
  try {
    return await guideRuns.report(run.run.id, wanted, run.moves)
  } catch (error) {
    if (error instanceof ClientError && error.code === 'TOO_MANY') return 'enough'
    throw error
  }
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
