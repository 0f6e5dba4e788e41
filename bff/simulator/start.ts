import type { Server } from 'node:http'
import { adminRoutes } from './admin.ts'
import { createCalls, type Calls } from './calls.ts'
import { demoCamaraCredentials, type CamaraCredentials } from './camara/credentials.ts'
import { createNetwork, type Network } from './camara/network.ts'
import { camaraControls, camaraRoutes } from './camara/routes.ts'
import { createFaults, type Faults } from './faults/registry.ts'
import { createProvider } from './idp/provider.ts'
import { customersRealm, personOf, staffRealm } from './idp/realms.ts'
import { idpRoutes } from './idp/routes.ts'
import type { TokenOverrides } from './idp/tokens.ts'
import { createPopulationClock } from './population/population.ts'
import type { SimCustomer } from './population/types.ts'
import { listen, serve } from './server.ts'
import { smsControls } from './sms/controls.ts'
import { demoSmsCredentials, type SmsCredentials } from './sms/credentials.ts'
import { createGateway } from './sms/gateway.ts'
import { phoneRoutes } from './sms/phone-page.ts'
import { startSmsc } from './sms/smsc.ts'
import { createTexts, type Texts } from './sms/texts.ts'
import { soapRoutes } from './soap/routes.ts'
import { demoCredentials, type SoapCredentials } from './soap/security.ts'
import { createAccesses } from './state/accesses.ts'
import { createAppointments } from './state/appointments.ts'
import { createBalances } from './state/balances.ts'
import { createOrders } from './state/orders.ts'
import { createPayments } from './state/payments.ts'
import { createOutages } from './state/outages.ts'
import { createInteractions } from './state/interactions.ts'
import { createTasks, type AskedLine, type AskedQualification } from './state/tasks.ts'
import { createTickets } from './state/tickets.ts'
import { createTransfers } from './state/transfers.ts'
import { createUsageQueries } from './state/usage-queries.ts'
import type { World } from './state/world.ts'
import { telephoneRoutes } from './telephone/routes.ts'
import { createTelephone, type Telephone, type TelephoneLine } from './telephone/telephone.ts'
import type { CertificateKind } from './tls/certificates.ts'
import { openTlsDoor, type TlsDoor } from './tls/door.ts'
import { tmfRoutes } from './tmf/routes.ts'

export type SimulatorOptions = {
  /** 0 takes a free one. */
  port: number
  /** The simulator's clock: dates of the population, tokens and tasks go by it. @default the real one */
  now?: () => Date
  /** The same seed makes the same customers. @default 1 */
  seed?: number
  /** How many customers, up to 100,000: see `createPopulation`. @default the personas and somebody for every combination */
  customers?: number
  /** Who may call the billing service. @default the demo's */
  soap?: SoapCredentials
  /** Where the signing key and the sessions are kept, in its `simulator` folder. @default nowhere: they end with the process */
  dataDir?: string
  /** Opens a door by https beside the other, on a free port, and shows such a certificate there. @default no door */
  tls?: CertificateKind
  /** Where the message centre listens; 0 takes a free one. @default 0 */
  smppPort?: number
  /** Who may send texts. @default the demo's */
  sms?: SmsCredentials
  /** Who may ask the mobile network. @default the demo's */
  camara?: CamaraCredentials
  /** Whom the telephone system tells of its calls. @default nobody */
  telephone?: TelephoneLine
}

export type Simulator = {
  /** Such as http://127.0.0.1:4010, without a trailing slash. */
  url: string
  /** The customers' identity provider: `<url>/idp`. */
  issuer: string
  /** The staff's: `<url>/staff`. */
  staffIssuer: string
  /** The door by https, where there is one. */
  tls?: TlsDoor
  faults: Faults
  calls: Calls
  /** Where the message centre listens, on 127.0.0.1. */
  smppPort: number
  texts: Texts
  /** What the mobile network knows of telephones, and how it behaves. */
  network: Network
  /** The operator's switchboard: who calls, who answers. */
  telephone: Telephone
  /** The population as of now, but for those whom no list shows. */
  customers: readonly SimCustomer[]
  /** How many customers there are, all told. */
  size: number
  /** An access token for a customer, right unless the overrides say otherwise. @throws {RangeError} for an unknown customer */
  issueToken(customerId: string, overrides?: TokenOverrides): Promise<string>
  /** The same for somebody of the operator's, by his account: `S-anna`, `S-bruno`, `S-sandro`, `S-nadia`. @throws {RangeError} for an unknown one */
  issueStaffToken(staffId: string, overrides?: TokenOverrides): Promise<string>
  /** Forgets top-ups, transfers, tasks, texts, faults and counters, and shows the certificate of the start again; people stay signed in. */
  reset(): void
  /** Ends every connection, also the ones that hang, and frees the port. */
  close(): Promise<void>
}

/** Starts the outside world: the operator's TM Forum systems, its billing service and the identity providers. @throws {MosaicError} PORT_IN_USE, SIGNING_KEY_UNREADABLE */
export async function startSimulator({
  port,
  now = () => new Date(),
  seed = 1,
  customers,
  soap = demoCredentials,
  dataDir,
  tls,
  smppPort = 0,
  sms = demoSmsCredentials,
  camara = demoCamaraCredentials,
  telephone: line,
}: SimulatorOptions): Promise<Simulator> {
  const population = createPopulationClock(seed, now, customers)
  const balances = createBalances(now)
  const interactions = createInteractions(now)
  const orders = createOrders(now)
  const recommendationQueries = createTasks<AskedLine>(now, 'RQ')
  const qualifications = createTasks<AskedQualification>(now, 'POQ')
  const usageQueries = createUsageQueries(now)
  const outages = createOutages()
  const appointments = createAppointments(now)
  const payments = createPayments(now)
  const tickets = createTickets()
  const transfers = createTransfers(now)
  const accesses = createAccesses(now)
  const faults = createFaults(seed)
  const calls = createCalls()
  const texts = createTexts(now)
  const gateway = createGateway({ credentials: sms, texts, now })
  const reset = () => {
    balances.reset()
    interactions.reset()
    orders.reset()
    recommendationQueries.reset()
    qualifications.reset()
    usageQueries.reset()
    outages.reset()
    appointments.reset()
    payments.reset()
    tickets.reset()
    transfers.reset()
    accesses.reset()
    faults.clear()
    calls.reset()
    texts.reset()
    smsc.reset()
    gateway.reset()
    network.reset()
    telephone.reset()
    if (tls) door?.show(tls)
  }

  const { server, origin } = await listen(port)
  const smsc = await startSmsc({ port: smppPort, credentials: sms, texts, now }).catch(async (error: unknown) => {
    await end(server)
    throw error
  })
  const { server: tlsServer, door, hangUp } = tls ? await openTlsDoor(tls) : {}
  const close = async () => {
    hangUp?.()
    gateway.close()
    await Promise.all([end(server), tlsServer && end(tlsServer), smsc.close()])
  }
  const world: World = {
    now,
    seed,
    payments,
    tickets,
    transfers,
    accesses,
    population,
    balances,
    interactions,
    orders,
    recommendationQueries,
    qualifications,
    usageQueries,
    outages,
    appointments,
    origin,
  }
  const network = createNetwork(world, texts, camara)
  const telephone = createTelephone(world, line)
  const realms = [customersRealm(world), staffRealm()] as const
  const providers = [createProvider(world, realms[0], dataDir), createProvider(world, realms[1], dataDir)] as const
  const [provider, staffProvider] = await Promise.all(providers).catch(async (error: unknown) => {
    // The other one may still be writing its key: who is told of a failure finds nothing under way.
    await Promise.allSettled([...providers, close()])
    throw error
  })
  const routes = [
    ...tmfRoutes(world),
    ...soapRoutes(world, soap),
    ...idpRoutes(provider),
    ...idpRoutes(staffProvider),
    ...phoneRoutes(world, texts),
    ...gateway.routes,
    ...camaraRoutes(network),
    ...adminRoutes(world, faults, calls, reset, [...smsControls(texts), ...camaraControls(network), ...telephoneRoutes(world, telephone)]),
  ]
  for (const each of [server, tlsServer]) if (each) serve(each, origin, routes, faults, calls)

  return {
    url: origin,
    issuer: provider.issuer,
    staffIssuer: staffProvider.issuer,
    ...(door && { tls: door }),
    faults,
    calls,
    smppPort: smsc.port,
    texts,
    network,
    telephone,
    get customers() {
      return population().customers
    },
    get size() {
      return population().size
    },
    async issueToken(customerId, overrides) {
      const customer = population().customerById.get(customerId)
      if (!customer) throw new RangeError(`There is no customer ${customerId}`)
      return provider.tokens.accessToken(personOf(customer), overrides)
    },
    async issueStaffToken(staffId, overrides) {
      const person = realms[1].find(staffId)
      if (!person) throw new RangeError(`There is nobody called ${staffId} among the staff`)
      return staffProvider.tokens.accessToken(person, overrides)
    },
    reset,
    close,
  }
}

async function end(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
