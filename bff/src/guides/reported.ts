import type { GuidePlace } from '@mosaic/schemas/guides'
import type { Guide } from '@mosaic/schemas/release'
import type { Judge } from '../home/facts.ts'
import type { GuideRunNow, Report } from './contract.ts'

/* A walk whose ticket is on its way or open stands where it was: that ticket alone may make a check come out otherwise. */

/** What was looked up on the way to where somebody is. Pure. */
export function checksOf({ steps }: Guide, { trail }: GuidePlace): Report['checks'] {
  return trail.flatMap(({ step: id, kind, truth }) => {
    const trigger = kind === 'check' ? steps.find((step) => step.id === id)?.trigger : undefined
    return trigger === undefined ? [] : { trigger, isTrue: truth ?? null }
  })
}

/** Answers as it was answered then, and asks nobody. Without a report the judge stays who he is. */
export function judgeAsReported(run: GuideRunNow | undefined, judge: Judge): Judge {
  const report = run?.report
  if (!report) return judge
  return { ...judge, ask: ({ source }) => report.checks.find(({ trigger }) => trigger === source.id)?.isTrue ?? undefined }
}
