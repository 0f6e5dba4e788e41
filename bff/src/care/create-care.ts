import type { Bss } from '../bss/bss.ts'
import type { Connectors } from '../bss/connectors/index.ts'
import type { InHouseOf } from '../bss/in-house.ts'
import { createCalendarOf, createCallBacks } from '../call-backs/call-backs.ts'
import { createDeskCalendar } from '../call-backs/in-house.ts'
import type { Config } from '../config.ts'
import type { CustomerCare } from '../graphql/context.ts'
import { createSaidInRun } from '../guides/for-customer.ts'
import { createGuideRuns } from '../guides/guide-runs.ts'
import { createHandOvers } from '../hand-over/hand-overs.ts'
import { targetsTooLong } from '../hand-over/links.ts'
import { createOpenings } from '../hand-over/openings.ts'
import { createReceipts } from '../hand-over/receipts.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import type { Handler } from '../http/handler.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { createStaffIdentity } from '../identity/staff.ts'
import type { Metrics } from '../metrics.ts'
import { once } from '../once.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { createSms } from '../sms/create-sms.ts'
import { createStepUp, type StepUp } from '../step-up/create-step-up.ts'
import { createStore } from '../store/create-store.ts'
import { startRetention } from '../store/retention.ts'
import { createAudit } from './audit.ts'
import { createBackEnd } from './back-end.ts'
import { createContacts } from './contacts.ts'
import type { CareDependencies } from './contract.ts'
import { createDayOf } from './day.ts'
import { createDirectory } from './directory.ts'
import { createNewsOfStore } from './feed-store.ts'
import { createFeed } from './feed.ts'
import { newsOfStuck } from './hand-over-news.ts'
import { createCareSchema } from './graphql/schema.ts'
import { createHistory } from './history.ts'
import { createReports } from './reports.ts'
import { serveCare } from './serve-care.ts'
import { createCareGraphql } from './serve-care-graphql.ts'
import { createEndedTalks } from './talks/ended.ts'
import { startTalks } from './talks/start-talks.ts'
import { createSendTalk } from './talks/talk.ts'
import { createTalks } from './talks/talks.ts'
import { createTargetUses } from './target-uses.ts'
import { createCalls } from './webhooks/cti.ts'
import { createSignatures } from './webhooks/signature.ts'
import { createVoiceMenu } from './webhooks/voice-menu.ts'

/** Whatever helps customers, as the server hangs it on. */
export type Care = {
  /** Asked in this order. */
  handlers: readonly Handler[]
  /** What the customers' GraphQL needs of it. */
  customers: CustomerCare
  /** What the data layer finds at the desk instead of in the operator's systems. */
  inHouse: InHouseOf
  /** Who has opened a link and is not signed in: given what he may ask of the customers' GraphQL. */
  guests: StepUp['handlers']
  /** Ends what would last: before the server finishes its requests. */
  endStreams(): void
  /** After the last request. */
  close(): Promise<void>
}

type Dependencies = HomeDependencies & {
  engine: ReleaseEngine
  bss: Bss
  connectors: Pick<Connectors, 'rest'>
  metrics: Metrics
  /** Epoch milliseconds. */
  now: () => number
}

const staffSchema = once(createCareSchema)

/**
 * Puts the care desk together. Neither a store nor an SMS centre that is down stops it.
 * @throws {MosaicError} when the documents of the desk cannot be served
 */
export async function createCare({ connectors, ...base }: Dependencies, config: Config): Promise<Care> {
  const { engine, bss, log, metrics, now } = base
  const { care: settings, isProduction, processes, webBrand } = config
  const shelf = createStore(settings.store, { metrics, log })
  const dayOf = createDayOf(engine)
  // What this process does its desks hear at once; of what others do they hear by what is in the store.
  const isAlone = processes === 1 && settings.store.kind === 'sqlite'
  const feed = createFeed({ log, now, elsewhere: isAlone ? undefined : createNewsOfStore(shelf) })
  const tell = (news: Parameters<typeof feed.tell>[0]) => feed.tell(news)
  const moment = () => new Date(now())

  const handOvers = createHandOvers({
    shelf,
    dayOf,
    limits: settings.handOvers,
    now,
    told: ({ id, brand, customerId, sender, events }) => {
      tell({ type: 'handOver', id, brand, at: moment(), customerId, agentId: sender.kind === 'agent' ? sender.id : undefined })
      for (const news of newsOfStuck(brand, id, events.at(-1), moment())) tell(news)
    },
  })
  const contacts = createContacts({ shelf, now, told: tell })
  const calendarOf = createCalendarOf(engine)
  const callBacks = createCallBacks({
    shelf,
    calendarOf,
    dayOf,
    now,
    metrics,
    told: ({ id, brand, customerId }) => {
      tell({ type: 'callBack', id, brand, at: moment() })
      // Whoever booked it, and wherever: no tile goes on offering the time, or showing what is over.
      return bss.changed({ brand, params: { customerId } }, ['callbackSlots', 'appointments'])
    },
  })
  const talks = createTalks({ shelf, send: createSendTalk({ bss, engine }), now, log, metrics })
  const guideRuns = createGuideRuns({
    shelf,
    now,
    told: ({ id, brand, customerId }) => tell({ type: 'guide', id, brand, at: moment(), customerId }),
  })
  const audit = createAudit({ shelf, dayOf, now })
  const { sms, handlers: smsHandlers } = createSms(settings.sms, { log, now: moment, metrics })
  const receipts = createReceipts({ handOvers, log, now })
  sms.listen(receipts.heard)
  const backEnd = createBackEnd({ rest: connectors.rest, log })
  const directory = createDirectory(backEnd)
  const releaseOf = (brand: string) => engine.get(brand)
  const { linkOrigin } = settings
  const stepUp = createStepUp(settings.stepUp, { handOvers, directory, audit, shelf, releaseOf, linkOrigin, log, now, metrics })

  const dependencies: CareDependencies = {
    ...base,
    bss,
    staff: createStaffIdentity({ ...settings.staff, log }),
    directory,
    history: createHistory({ backEnd, contacts, engine, log }),
    handOvers,
    contacts,
    callBacks,
    guideRuns,
    talks,
    audit,
    reports: createReports({ shelf, now }),
    targetUses: createTargetUses({ shelf, now, log }),
    sms,
    linkOrigin,
    feed,
  }
  const graphql = await createCareGraphql(staffSchema(), dependencies, {
    isProduction,
    documentsDir: settings.documentsDir,
    areOtherDocumentsAllowed: config.areOtherDocumentsAllowed,
    maxStreams: settings.maxStreams,
  })
  const { webhookSecret } = settings
  const signatures = webhookSecret === undefined ? undefined : createSignatures({ secret: webhookSecret, shelf, now })
  warnOfTargets({ engine, log }, linkOrigin)
  const endRetention = startRetention(shelf, { now, log, metrics })
  const endTalks = startTalks({ findEnded: createEndedTalks({ contacts, talks, engine, now }), talks }, log)

  return {
    handlers: [
      // What agents ask and do.
      graphql.handler,
      // What the telephone system says of calls.
      createCalls({ signatures, contacts, directory, engine, log }),
      // What callers have chosen in the voice menu.
      createVoiceMenu({ ...dependencies, engine, signatures }),
      // What became of texts, from a gateway that reports by HTTP.
      ...smsHandlers,
      // The desk itself.
      serveCare({
        engine,
        webBrand,
        identity: settings.staff,
        dir: settings.dir,
        secure: securityHeaders(settings.staff.issuer, { isSecure: config.tls !== undefined }),
      }),
    ],
    customers: {
      openings: createOpenings({ handOvers, settings: settings.openings, now, metrics }),
      proxies: settings.openings.proxies,
      handOvers,
      callBacks,
      audit,
      guideRuns,
      saidInRun: createSaidInRun({ ...base, guideRuns }, now),
    },
    guests: stepUp.handlers,
    inHouse: createDeskCalendar({ callBacks, calendarOf }),
    endStreams() {
      graphql.close()
      feed.close()
    },
    async close() {
      endRetention()
      endTalks()
      receipts.close()
      await sms.close()
      await stepUp.close()
      await shelf.close()
    },
  }
}

/** The CMS counts SMS with an address it supposes; only here it is known how long ours is. */
function warnOfTargets({ engine, log }: Pick<Dependencies, 'engine' | 'log'>, linkOrigin: string | undefined): void {
  for (const { brand } of engine.state()) {
    const release = engine.get(brand)
    const targets = release ? targetsTooLong(release, linkOrigin) : []
    if (targets.length > 0)
      log.warn({ brand, targets }, 'with links that lead where ours do, the SMS of these targets are more than one: none is sent')
  }
}
