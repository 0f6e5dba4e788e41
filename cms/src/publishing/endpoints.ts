import { isMosaicError } from '@mosaic/schemas/errors'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Endpoint, PayloadRequest } from 'payload'
import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { mayPublish, mayRollBack } from '../access/may-publish.ts'
import { hasRole } from '../access/roles.ts'
import { PublishBlockedError } from '../publisher/index.ts'
import { publishDrafts, rollBack } from './publish.ts'
import { checkSelection, issueView, publishableBrands, readBrand, releaseState } from './release-state.ts'

const BrandId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })
const Keys = Type.Array(Type.String({ maxLength: 200 }), { maxItems: 10_000 })
const CheckRequest = Type.Object({ brand: BrandId, leaveOut: Keys })
const ReleaseRequest = Type.Object({
  brand: BrandId,
  leaveOut: Keys,
  note: Type.String({ maxLength: 2_000 }),
  fingerprint: Type.String({ maxLength: 64 }),
})
const RollBackRequest = Type.Object({ brand: BrandId, number: Type.Integer({ minimum: 1 }) })

/** What the Publish page asks, under `/api/publish`. Signed-in people only; Payload refuses the cookie of a request from another site. */
export const publishEndpoints: Endpoint[] = [
  {
    path: '/publish/state',
    method: 'get',
    handler: answer(async (req) => {
      const brand = req.searchParams.get('brand') ?? (await publishableBrands(req.payload))[0] ?? ''
      const state = Value.Check(BrandId, brand) ? await releaseState(req.payload, brand) : undefined
      return state ? Response.json(state) : refuse(req, 'brand-not-found')
    }),
  },
  {
    path: '/publish/check',
    method: 'post',
    handler: answer(async (req) => {
      const { brand, leaveOut } = await bodyOf(req, CheckRequest)
      const view = await readBrand(req.payload, brand)
      if (!view) return refuse(req, 'brand-not-found')
      return Response.json({ issues: checkSelection(view, new Set(leaveOut), new Date()) })
    }),
  },
  {
    path: '/publish/release',
    method: 'post',
    handler: answer(async (req) => {
      if (!hasRole(req.user, 'publisher', 'operations')) return refuse(req, 'publish-forbidden')
      const request = await bodyOf(req, ReleaseRequest)
      try {
        const outcome = await publishDrafts(req.payload, {
          ...request,
          by: publisherOf(req),
          mayPublish: (changes) => mayPublish(req.user, changes),
        })
        return Response.json(outcome, { status: outcome.published ? 200 : 422 })
      } catch (error) {
        // The publisher checks once more: a check that has become an error since (a date gone by) is an answer, not a breakdown.
        if (!(error instanceof PublishBlockedError)) throw error
        const view = await readBrand(req.payload, request.brand)
        return Response.json(
          { published: false, issues: view ? error.issues.map((issue) => issueView(issue, view.drafts)) : [] },
          { status: 422 },
        )
      }
    }),
  },
  {
    path: '/publish/roll-back',
    method: 'post',
    handler: answer(async (req) => {
      if (!mayRollBack(req.user)) return refuse(req, 'publish-forbidden')
      const { brand, number } = await bodyOf(req, RollBackRequest)
      await rollBack(req.payload, { brand, number, by: publisherOf(req) })
      return Response.json({ number })
    }),
  },
]

/** What is refused, with which status, and how it is said. */
const refusals: Record<string, { status: number } & TwoLanguages> = {
  'signed-out': { status: 401, it: 'Accedete per continuare.', en: 'Sign in to go on.' },
  'publish-forbidden': {
    status: 403,
    it: 'Il vostro ruolo non permette di pubblicare queste modifiche.',
    en: 'Your role may not publish these changes.',
  },
  'bad-request': { status: 400, it: 'La richiesta non è come dovrebbe essere.', en: 'The request is not as it should be.' },
  'brand-not-found': { status: 404, it: 'Questo marchio non esiste.', en: 'There is no such brand.' },
  'release-not-found': { status: 404, it: 'Questa release non esiste.', en: 'There is no such release.' },
  'release-not-whole': {
    status: 409,
    it: 'Questa release è danneggiata: non può tornare in linea.',
    en: 'This release is damaged: it cannot go live again.',
  },
  'publish-busy': {
    status: 409,
    it: 'Qualcun altro sta pubblicando: riprovate fra un attimo.',
    en: 'Somebody else is publishing: try again in a moment.',
  },
  'publish-lock-lost': {
    status: 409,
    it: 'Qualcun altro ha pubblicato nel frattempo: riprovate.',
    en: 'Somebody else has published meanwhile: try again.',
  },
  'publish-outdated': {
    status: 409,
    it: 'Nel frattempo qualcosa è cambiato: rileggete le modifiche e pubblicate.',
    en: 'Something has changed meanwhile: look at the changes again and publish.',
  },
  'publish-nothing': { status: 409, it: 'Non c’è niente da pubblicare.', en: 'There is nothing to publish.' },
  'publish-media-missing': {
    status: 409,
    it: 'A un’immagine manca il file: caricatela di nuovo.',
    en: 'An image has no file: upload it again.',
  },
  'publish-media-changed': {
    status: 409,
    it: 'Un’immagine è cambiata durante la pubblicazione: riprovate.',
    en: 'An image changed while publishing: try again.',
  },
  failed: {
    status: 500,
    it: 'La pubblicazione non è riuscita; in linea resta ciò che c’era.',
    en: 'Publishing failed; what was live still is.',
  },
}

class BadRequest extends Error {}

/** Lets signed-in people in, and turns what goes wrong into a sentence in their language. */
function answer(handler: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] {
  return async (req) => {
    if (!req.user) return refuse(req, 'signed-out')
    try {
      return await handler(req)
    } catch (error) {
      if (error instanceof BadRequest) return refuse(req, 'bad-request')
      const code = isMosaicError(error) && error.code in refusals ? error.code : 'failed'
      if (code === 'failed') req.payload.logger.error({ msg: 'A request of the Publish page failed', err: error })
      return refuse(req, code)
    }
  }
}

function refuse(req: PayloadRequest, code: string): Response {
  const { status, it, en } = refusals[code] ?? { status: 500, it: code, en: code }
  return Response.json({ code, message: req.i18n.language === 'it' ? it : en }, { status })
}

async function bodyOf<S extends TSchema>(req: PayloadRequest, schema: S): Promise<Static<S>> {
  // Only JSON: a form of another site cannot send it without asking first.
  const isJson = req.headers.get('content-type')?.startsWith('application/json')
  const body: unknown = isJson && req.json ? await req.json().catch(() => undefined) : undefined
  if (!Value.Check(schema, body)) throw new BadRequest()
  return body
}

function publisherOf(req: PayloadRequest): { name: string; email: string } {
  const { name, email } = req.user as { name?: string; email?: string }
  return { name: name || email || '', email: email ?? '' }
}
