import type { Bss } from '../bss/bss.ts'
import { createAnswers, type Answers } from '../home/answers.ts'
import { identify } from '../home/identify.ts'
import type { HomeRequest } from '../home/visit.ts'
import type { CompiledRelease } from '../release/compile.ts'
import type { ReleaseEngine } from '../release/engine.ts'

/** One line as the app's line switcher shows it. */
export type LineRef = { id: string; label: string; msisdn: string; kind: string; device: string }

/** The lines, and what they hang on: see `Answers`. */
export type MyLines = { lines: LineRef[]; release: CompiledRelease; basis: ReturnType<Answers['basis']> }

const line = { it: 'Linea', en: 'Line' } as const

/**
 * The lines of the token, with what the product inventory knows of them. When it does not answer, the customer can still switch lines:
 * they are numbered instead of named.
 */
export async function myLines(
  { engine, bss, factsDeadlineMs }: { engine: Pick<ReleaseEngine, 'get'>; bss: Pick<Bss, 'call' | 'cached'>; factsDeadlineMs: number },
  request: Pick<HomeRequest, 'session' | 'device' | 'now'>,
): Promise<MyLines> {
  const { release, scope, locale } = identify(engine, { ...request, line: undefined })
  const answers = createAnswers(bss, scope)
  const { lines } = await answers.outcomes(['lines'], factsDeadlineMs)
  const known = new Map(lines?.status === 'ok' ? lines.value.map((found) => [found.id, found]) : [])
  const refs = request.session.lines.map((id, index) => {
    const found = known.get(id)
    return found
      ? { id, label: found.planName, msisdn: found.msisdn, kind: found.kind, device: found.device }
      : { id, label: `${line[locale]} ${index + 1}`, msisdn: '', kind: 'unknown', device: 'unknown' }
  })
  return { lines: refs, release, basis: answers.basis() }
}
