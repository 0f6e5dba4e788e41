import { readFileSync } from 'node:fs'
import { linkPath } from '@mosaic/schemas/sms'
import { documentId } from '../../graphql/trusted-documents.ts'
import { careBody, target } from '../../hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'
import { surface } from '../../testing/release-body.ts'
import { visitNetwork } from './network.ts'

const hourMs = 3_600_000

type CareSystemOptions = NonNullable<Parameters<typeof startCareSystem>[0]>

const documents = new URL('../../../../schemas/operations/web/2.0/', import.meta.url)
/** The name of a document that the web home sends. */
export const idOf = (file: string) => `sha256:${documentId(readFileSync(new URL(`${file}.graphql`, documents), 'utf8'))}`

export type Stepped = { status: string; location?: string; grant?: string; level?: string }
export type Answered = {
  status: number
  text: string
  body: { data?: Record<string, unknown> | null; errors?: { extensions?: { code?: string } }[] }
}

export type GuestSystem = Omit<CareSystem, 'ask'> & {
  /** From now on it is so much later, in milliseconds. */
  later(ms: number): void
  /** A minute past the next full hour: limits are by hours of the clock, and a test must not run from one into the next. */
  nextHour(): void
  now(): Date
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answered>
  step(path: string, body: Record<string, unknown>): Promise<Stepped>
  /** Somebody is sent a link and opens it. */
  openLink(wanted?: Record<string, unknown>, msisdn?: string): Promise<{ id: string; claim: string }>
  /** The silent way to its end, on a telephone of this number or on none. */
  proveOn(claim: string, phone: string | undefined): Promise<Stepped>
  /** The newest code that came to a telephone. */
  codeOn(msisdn: string): string
  /** A question with a grant. */
  ask(grant: string | undefined, file: string, variables?: Record<string, unknown>): Promise<Answered>
}

/** What the operator's voice menu signs with. */
export const menuSecret = 'shared with the voice menu'

/** The path of a link with the mobile network at its end. A page of a bill, one for payments, two guides and a voice menu. */
export async function startGuestSystem(options: Pick<CareSystemOptions, 'storeFile' | 'log'> = {}): Promise<GuestSystem> {
  let offsetMs = 0
  const now = () => new Date(Date.now() + offsetMs)
  const page = surface('summer', ['welcome', 'credit', 'recharge', 'my-lines'], 'landing')
  const body = careBody()
  const system = await startCareSystem({
    body: {
      ...body,
      surfaces: [...body.surfaces.filter(({ id }) => id !== page.id), page],
      targets: [...body.targets, target({ id: 'recharging', name: 'Recharging', opens: 'payment', content: 'recharge' })],
      guides: [...body.guides, ...body.guides.map((guide) => ({ ...guide, id: 'sofa' }))],
      menus: [...body.menus, ...body.menus.map((menu) => ({ ...menu, id: 'sales', numbers: [] }))],
    },
    // The simulator's network sends browsers to programs of this machine only.
    env: { LINK_ORIGIN: 'http://127.0.0.1:4000', CARE_WEBHOOK_SECRET: menuSecret },
    ...options,
    bffNow: now,
  })
  const { simulator, bff } = system

  async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
    const response = await fetch(bff.url + path, { ...init, body: typeof body === 'string' ? body : JSON.stringify(body) })
    const text = await response.text()
    return { status: response.status, text, body: JSON.parse(text) as Answered['body'] }
  }
  const step = async (path: string, asked: Record<string, unknown>) => (await post(path, asked)).body as unknown as Stepped

  return {
    ...system,
    later: (ms) => void (offsetMs += ms),
    nextHour() {
      offsetMs += hourMs - (now().getTime() % hourMs) + 60_000
    },
    now,
    post,
    step,
    async openLink(wanted = {}, msisdn = chiara.msisdn) {
      const { id, code } = await system.sendLink(wanted)
      const text = simulator.texts.of(msisdn).find((one) => one.text.includes(code))?.text ?? ''
      const opened = await system.open(text.split(linkPath)[1]?.split(' ')[0] ?? '')
      const { data } = JSON.parse(opened.body) as { data: { openHandOver: { claim: string } } }
      return { id, claim: data.openHandOver.claim }
    },
    async proveOn(claim, phone) {
      const begun = await step('/a/verify', { claim })
      if (begun.location === undefined) return begun
      const { state, code = 'none' } = await visitNetwork(simulator, begun.location, phone)
      return step('/a/verified', { claim, state, code })
    },
    codeOn: (msisdn) => /\b\d{6}\b/.exec(simulator.texts.of(msisdn)[0]?.text ?? '')?.[0] ?? '',
    ask: (grant, file, variables = {}) =>
      post('/a/graphql', { documentId: idOf(file), variables }, grant === undefined ? {} : { 'x-hand-over': grant }),
  }
}
