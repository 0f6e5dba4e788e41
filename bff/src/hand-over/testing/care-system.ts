import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkPath } from '@mosaic/schemas/sms'
import type { Simulator } from '../../../simulator/start.ts'
import { startSystem, type System, type SystemOptions } from '../../testing/system.ts'
import { careBody } from './care-body.ts'

export const linkOrigin = 'https://app.aurora.example'
/** Chiara Rizzo, and the number her SMS go to. */
export const chiara = { customer: 'C-0014', line: 'L-0014-1', msisdn: '+393999889506', name: 'Chiara Rizzo' }

/** Answers are looked at to the byte: nobody must be able to tell one dead link from another. */
export type Raw = { status: number; headers: Record<string, string>; body: string }
export type Told<Data> = { status: number; data: Data | null | undefined; codes: (string | undefined)[] }
/** A link as its SMS says it. */
export type SentLink = { id: string; code: string; token: string }

/** The whole path of a link: desk, network, telephone and app. */
export type CareSystem = Omit<System, 'askDesk'> & {
  askDesk<Data = Record<string, unknown>>(staffId: string, query: string, variables?: Record<string, unknown>): Promise<Told<Data>>
  askApp<Data = Record<string, unknown>>(
    customerId: string | undefined,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Told<Data>>
  /** An agent sends Chiara a link; other wishes go before. */
  sendLink(wanted?: Record<string, unknown>, staffId?: string): Promise<SentLink>
  /** What the page behind a link does when somebody taps. */
  open(token: string, headers?: Record<string, string>, opener?: string): Promise<Raw>
}

const sending = `mutation Send($input: SendHandOverInput!) { sendHandOver(input: $input) { status message handOver { id code state } } }`
const opening =
  'mutation OpenHandOver($token: String!, $opener: String) { openHandOver(token: $token, opener: $opener) { status claim code } }'

type Options = Omit<SystemOptions, 'env'> & { env?: Record<string, string>; storeFile?: string }

export async function startCareSystem({ body = careBody(), env = {}, storeFile, ...options }: Options = {}): Promise<CareSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'mosaic-links-'))
  const system = await startSystem({
    ...options,
    body,
    env: (simulator) => ({ ...environment(simulator), STORE_FILE: storeFile ?? join(folder, 'store.sqlite'), ...env }),
  })
  const { simulator, bff } = system

  async function ask<Data>(
    path: string,
    token: string | undefined,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Told<Data>> {
    const response = await fetch(bff.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-client-platform': 'web', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors = [] } = (await response.json()) as { data?: Data; errors?: { extensions?: { code?: string } }[] }
    return { status: response.status, data, codes: errors.map(({ extensions }) => extensions?.code) }
  }

  async function askDesk<Data>(staffId: string, query: string, variables: Record<string, unknown> = {}): Promise<Told<Data>> {
    return ask('/care/graphql', await simulator.issueStaffToken(staffId), query, variables)
  }

  return {
    ...system,
    askDesk,
    askApp: async (customerId, query, variables = {}) =>
      ask('/graphql', customerId === undefined ? undefined : await simulator.issueToken(customerId), query, variables),
    async sendLink(wanted = {}, staffId = 'S-anna') {
      const input = {
        customer: chiara.customer,
        line: chiara.line,
        target: 'bill-explained',
        locale: 'it',
        idempotencyKey: crypto.randomUUID(),
        ...wanted,
      }
      type Answer = { sendHandOver: { status: string; handOver: { id: string; code: string } | null } }
      const { data, codes } = await askDesk<Answer>(staffId, sending, { input })
      const handOver = data?.sendHandOver.handOver
      if (!handOver) throw new Error(`Nothing was sent: ${data?.sendHandOver.status ?? codes.join()}`)
      const texts = simulator.texts.of(chiara.msisdn).map(({ text }) => text)
      const token = texts
        .find((text) => text.includes(handOver.code))
        ?.split(linkPath)[1]
        ?.split(' ')[0]
      return { ...handOver, token: token ?? 'no SMS has come' }
    },
    async open(token, headers = {}, opener) {
      const response = await fetch(`${bff.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: opening, variables: { token, opener } }),
      })
      const { date: _, ...others } = Object.fromEntries(response.headers)
      return { status: response.status, headers: others, body: await response.text() }
    },
    async close() {
      await system.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function environment({ smppPort, staffIssuer, url }: Simulator): Record<string, string> {
  return {
    STAFF_ISSUER: staffIssuer,
    LINK_ORIGIN: linkOrigin,
    SMS_SMPP_URL: `smpp://127.0.0.1:${smppPort}`,
    SMS_SMPP_USER: 'mosaic',
    SMS_SMPP_PASSWORD: 'demo-sms',
    CAMARA_URL: `${url}/camara`,
    CAMARA_CLIENT_ID: 'mosaic-bff',
    CAMARA_CLIENT_SECRET: 'demo-network',
    // What one agent does in a test, nobody does in ten minutes.
    HAND_OVER_OPENING_LIMIT: '100000',
    ...Object.fromEntries(['AGENT', 'AGENT_DAY', 'NUMBER', 'NUMBER_DAY'].map((limit) => [`HAND_OVER_${limit}_LIMIT`, '1000'])),
  }
}
