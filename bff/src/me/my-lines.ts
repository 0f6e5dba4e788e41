import type { Locale } from '@mosaic/schemas/text'
import type { Outcomes } from '@mosaic/widgets'
import type { Bss } from '../bss/bss.ts'
import { createAnswers, type Answers } from '../home/answers.ts'
import { identify } from '../home/identify.ts'
import type { HomeRequest } from '../home/visit.ts'
import type { Session } from '../identity/session.ts'
import type { CompiledRelease } from '../release/compile.ts'
import type { ReleaseEngine } from '../release/engine.ts'

/** One line as the app's line switcher shows it. */
export type LineRef = { id: string; label: string; msisdn: string; kind: string; device: string }

/** What the lines are told from, and what that hangs on: see `Answers`. */
export type MyLines = {
  session: Session
  locale: Locale
  found: Outcomes['lines']
  release: CompiledRelease
  basis: ReturnType<Answers['basis']>
}

type Dependencies = { engine: Pick<ReleaseEngine, 'get'>; bss: Pick<Bss, 'call' | 'cached'>; factsDeadlineMs: number }

/** Asks the product inventory about the lines of the token. At once when its answer is there. */
export function askMyLines(
  { engine, bss, factsDeadlineMs }: Dependencies,
  { session, device, now }: Pick<HomeRequest, 'session' | 'device' | 'now'>,
): MyLines | Promise<MyLines> {
  const { release, scope, locale } = identify(engine, { session, device, line: undefined, now })
  const answers = createAnswers(bss, scope)
  const of = ({ lines: found }: Outcomes): MyLines => ({ session, locale, found, release, basis: answers.basis() })
  const outcomes = answers.outcomes(needs, factsDeadlineMs)
  return outcomes instanceof Promise ? outcomes.then(of) : of(outcomes)
}

/** The lines of the token, with what is known of them. When the inventory does not answer, the customer can still switch lines: they are numbered instead of named. */
export function lineRefsOf({ session, locale, found }: MyLines): LineRef[] {
  const known = new Map(found?.status === 'ok' ? found.value.map((each) => [each.id, each]) : [])
  return session.lines.map((id, index) => {
    const own = known.get(id)
    return own
      ? { id, label: own.planName, msisdn: own.msisdn, kind: own.kind, device: own.device }
      : { id, label: `${line[locale]} ${index + 1}`, msisdn: '', kind: 'unknown', device: 'unknown' }
  })
}

const needs = ['lines'] as const
const line = { it: 'Linea', en: 'Line' } as const
