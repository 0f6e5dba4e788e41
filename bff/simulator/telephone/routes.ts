import type { Locale } from '@mosaic/schemas/text'
import { readForm } from '../http/body.ts'
import { badRequest } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import type { World } from '../state/world.ts'
import { stylesheet, telephonePage } from './page.ts'
import { telephonePath as path } from './path.ts'
import type { Telephone } from './telephone.ts'

/** The switchboard as a page. What it does is done by forms, so it works without a script. */
export function telephoneRoutes(world: World, telephone: Telephone): Route[] {
  return [
    { method: 'GET', path, handle: (request) => show(world, telephone, request) },
    { method: 'POST', path, handle: (request) => play(telephone, request) },
    {
      method: 'GET',
      path: `${path}/telephone.css`,
      handle: () => ({ status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, text: stylesheet }),
    },
  ]
}

function show(world: World, telephone: Telephone, { url, headers }: SimRequest): Reply {
  const locale = localeOf(url.searchParams.get('lang'), headers['accept-language'])
  const customers = world.population().customers.filter(({ isPersona }) => isPersona)
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      // The form’s own origin must be told: the controls obey programs of this machine only.
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
    },
    text: telephonePage({ locale, customers, calls: telephone.calls(), line: telephone.line() }),
  }
}

const policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** @throws {HttpProblem} 400 for a call or a line that is not there */
async function play(telephone: Telephone, request: SimRequest): Promise<Reply> {
  const form = readForm(request)
  const value = (name: string) => form.get(name)?.trim() || undefined
  try {
    await played(telephone, value)
  } catch (error) {
    if (error instanceof RangeError) throw badRequest(error.message)
    throw error
  }
  return { status: 303, headers: { location: `${path}?lang=${localeOf(form.get('lang'), undefined)}` } }
}

function played(telephone: Telephone, value: (name: string) => string | undefined) {
  const agent = value('agent')
  switch (value('play')) {
    case 'ring': {
      const dialled = value('dialled')
      const isWithheld = value('withheld') === 'yes'
      return telephone.ring({ lineId: value('line') ?? '', isWithheld, ...(agent && { agent }), ...(dialled && { dialled }) })
    }
    case 'answer':
      if (agent === undefined) throw badRequest('agent: expected who answers.')
      return telephone.answer(value('call') ?? '', agent)
    case 'hangUp':
      return telephone.hangUp(value('call') ?? '')
    default:
      throw badRequest('play: expected ring, answer or hangUp.')
  }
}

function localeOf(asked: string | null, accepted: string | undefined): Locale {
  return (asked ?? accepted ?? '').trim().toLowerCase().startsWith('en') ? 'en' : 'it'
}
