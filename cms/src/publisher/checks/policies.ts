import { methods, policyOf, worstCaseMs, type MethodName } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { inPolicy, warning, type PublishIssue } from '../issues.ts'

/** Longer than this no customer looks at a page, in milliseconds. */
const patienceMs = { read: 10_000, write: 30_000 }

/** The worst case of each method: an answer, or none, while somebody still waits for it. */
export function checkPolicies({ policies }: ReleaseBody): PublishIssue[] {
  return Object.entries(policies).flatMap(([name, policy]) => {
    const method = name as MethodName
    const worstMs = worstCaseMs(policyOf(method, policy))
    const limitMs = patienceMs['isWrite' in methods[method] ? 'write' : 'read']
    if (worstMs <= limitMs) return []
    return warning(
      'policy-too-slow',
      inPolicy(method, 'readTimeoutMs'),
      `Metodo «${method}»: nel caso peggiore il cliente aspetta ${seconds(worstMs, 'it')} s (al più ${seconds(limitMs, 'it')} s). Riduci i tempi o i tentativi.`,
      `Method "${method}": at worst the customer waits ${seconds(worstMs, 'en')} s (at most ${seconds(limitMs, 'en')} s). Lower the timeouts or the retries.`,
    )
  })
}

function seconds(ms: number, locale: 'it' | 'en'): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1_000)
}
