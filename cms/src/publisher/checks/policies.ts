import { checkPolicy, isWrite, methods, Policy, policyOf, worstCaseMs, type MethodName, type PolicyChanges } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { error, inPolicy, warning, type PublishIssue } from '../issues.ts'
import { durationIn, policyNames, policyValue } from '../policy-words.ts'

/** Longer than this no customer looks at a page, in milliseconds. */
const patienceMs = { read: 10_000, write: 30_000 }

/** Something about one part of a policy, in words. */
export type PolicyIssue = { severity: 'error' | 'warning'; code: string; field: keyof Policy; message: TwoLanguages }

/** What cannot be, and what is hardly meant, in the policy of each method. */
export function checkPolicies({ policies }: ReleaseBody): PublishIssue[] {
  return Object.entries(policies).flatMap(([name, changes]) =>
    policyIssues(name as MethodName, changes).map(({ severity, code, field, message }) => {
      const say = severity === 'error' ? error : warning
      return say(code, inPolicy(name, field), `Metodo «${name}»: ${message.it}`, `Method "${name}": ${message.en}`)
    }),
  )
}

/** The same for one method, while it is being edited. The numbers are each within their bounds. */
export function policyIssues(method: MethodName, changes: PolicyChanges): PolicyIssue[] {
  const policy = policyOf(method, changes)
  const errors = checkPolicy(method, policy).map(({ code, field }): PolicyIssue => {
    return { severity: 'error', code, field, message: { it: errorIn('it', code, policy), en: errorIn('en', code, policy) } }
  })
  return [...errors, ...adviceOn(method, policy)]
}

/** What is wrong with one number by itself: the limits are those of the published format, so that the form and the release never disagree. */
export function boundsIssue(name: keyof Policy, value: unknown): TwoLanguages | undefined {
  const { minimum, maximum } = boundsOf(name)
  if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return undefined
  return { it: `Serve un numero intero da ${minimum} a ${maximum}.`, en: `A whole number from ${minimum} to ${maximum} is needed.` }
}

/** The least and the most a number of a policy can be. */
export function boundsOf(name: keyof Policy): { minimum: number; maximum: number } {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = Policy.properties[name] as { minimum?: number; maximum?: number }
  return { minimum, maximum }
}

type Fault = ReturnType<typeof checkPolicy>[number]['code']

function errorIn(language: 'it' | 'en', code: Fault, policy: Policy): string {
  const value = (name: keyof Policy) => policyValue(name, policy[name], language)
  const words: Record<Fault, TwoLanguages> = {
    'reversed-ages': {
      it: `T2 è ${value('t2Ms')}, ma non può essere meno di T1, ${value('t1Ms')}. Alza T2 o abbassa T1.`,
      en: `T2 is ${value('t2Ms')}, but cannot be less than T1, ${value('t1Ms')}. Raise T2, or lower T1.`,
    },
    'repeated-write': {
      it: `«${policyNames.retries.it}» è ${value('retries')}, ma un’operazione che cambia qualcosa non si ripete: potrebbe avvenire due volte. Scrivi 0.`,
      en: `"${policyNames.retries.en}" is ${value('retries')}, but what changes something is not repeated: it might happen twice. Write 0.`,
    },
    'hedged-write': {
      it: `«${policyNames.hedgeAfterMs.it}» è ${value('hedgeAfterMs')}, ma un’operazione che cambia qualcosa si chiede una volta sola. Scrivi 0.`,
      en: `"${policyNames.hedgeAfterMs.en}" is ${value('hedgeAfterMs')}, but what changes something is asked once only. Write 0.`,
    },
  }
  return words[code][language]
}

/** Nothing is wrong, but it is slower than anybody waits for, or does nothing at all. */
function adviceOn(method: MethodName, policy: Policy): PolicyIssue[] {
  const advice: PolicyIssue[] = []
  const advise = (code: string, field: keyof Policy, it: string, en: string) =>
    advice.push({ severity: 'warning', code, field, message: { it, en } })
  const { readTimeoutMs, retries, retryBudgetPercent, refresh, softWaitMs, staleOn, t1Ms, t2Ms, hedgeAfterMs, keyParams } = policy

  const worstMs = worstCaseMs(policy)
  const limitMs = patienceMs[isWrite(method) ? 'write' : 'read']
  if (worstMs > limitMs)
    advise(
      'policy-too-slow',
      'readTimeoutMs',
      `nel caso peggiore il cliente aspetta ${durationIn('it', worstMs)} (al più ${durationIn('it', limitMs)}). Riduci i tempi o i tentativi.`,
      `at worst the customer waits ${durationIn('en', worstMs)} (at most ${durationIn('en', limitMs)}). Lower the timeouts or the retries.`,
    )
  if (isWrite(method)) return advice

  if (retryBudgetPercent === 0 && (retries > 0 || hedgeAfterMs > 0))
    advise(
      'budget-none',
      'retryBudgetPercent',
      'la quota di tentativi ripetuti è 0: dopo i primi non si ripete più niente. Alzala, o togli i nuovi tentativi.',
      'the share of retries is 0: after the first few nothing is repeated any more. Raise it, or remove the retries.',
    )
  const hasWindow = t1Ms < t2Ms && staleOn !== 'never'
  if (staleOn === 'never' && refresh === 'behind')
    advise(
      'refresh-idle',
      'refresh',
      'la cache non supplisce mai: fra T1 e T2 si aspetta sempre il sistema, e questa scelta non conta.',
      'the cache never stands in: between T1 and T2 the system is always waited for, and this choice does not matter.',
    )
  if (refresh === 'wait' && hasWindow && softWaitMs === 0)
    advise(
      'soft-wait-none',
      'softWaitMs',
      `l’attesa del dato nuovo è 0: vale come «${policyValue('refresh', 'behind', 'it')}».`,
      `the wait for the newer value is 0: that is the same as "${policyValue('refresh', 'behind', 'en')}".`,
    )
  if (refresh === 'wait' && hasWindow && softWaitMs >= worstMs)
    advise(
      'soft-wait-idle',
      'softWaitMs',
      `l’attesa del dato nuovo, ${durationIn('it', softWaitMs)}, non finisce mai prima della chiamata, ${durationIn('it', worstMs)} al più. Abbassala perché serva a qualcosa.`,
      `the wait for the newer value, ${durationIn('en', softWaitMs)}, never ends before the call does, ${durationIn('en', worstMs)} at most. Lower it for it to matter.`,
    )
  if (hedgeAfterMs >= readTimeoutMs)
    advise(
      'hedge-idle',
      'hedgeAfterMs',
      `la seconda domanda partirebbe dopo ${durationIn('it', hedgeAfterMs)}, quando la prima è già scaduta (${durationIn('it', readTimeoutMs)}). Abbassa, o scrivi 0.`,
      `the second question would start after ${durationIn('en', hedgeAfterMs)}, when the first has timed out already (${durationIn('en', readTimeoutMs)}). Lower it, or write 0.`,
    )
  const { scope } = methods[method]
  const redundant = keyParams.filter((param) => param === `${scope}Id`)
  if (redundant.length > 0)
    advise(
      'key-redundant',
      'keyParams',
      `la risposta dipende già da: ${policyValue('keyParams', redundant, 'it')}. Puoi toglierlo.`,
      `the answer depends on this anyway: ${policyValue('keyParams', redundant, 'en')}. You can remove it.`,
    )
  return advice
}
