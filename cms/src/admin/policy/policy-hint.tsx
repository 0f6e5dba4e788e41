'use client'
import { methods, type Policy } from '@mosaic/schemas/bss'
import { useField } from '@payloadcms/ui'
import { boundsIssue, policyIssues } from '../../publisher/checks/policies.ts'
import { durationIn, policyValue } from '../../publisher/policy-words.ts'
import { useWords } from '../words/language.ts'
import { policyWords } from '../words/policy-words.ts'
import { useFormPolicy } from './form-policy.ts'
import { PolicyIssues } from './policy-issues.tsx'
import './policy.css'

/** Under a part of a policy: how long its milliseconds are, its factory value where that is another, and what is wrong with it, while it is typed. */
export function PolicyHint({ path }: { path: string }) {
  const { value } = useField<unknown>({ path })
  const { language } = useWords()
  const { method, changes } = useFormPolicy()
  const words = policyWords[language]
  const name = path as keyof Policy
  const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0)

  const hints: string[] = []
  if (typeof value === 'number' && name.endsWith('Ms') && value >= 1_000) hints.push(words.equals(durationIn(language, value, 'long')))
  if (method) {
    const factory = methods[method].policy[name]
    const text = policyValue(name, factory, language)
    if (isEmpty) hints.push(words.emptyFactory(text))
    else if (policyValue(name, name === 'adaptive' ? value === 'on' : value, language) !== text) hints.push(words.factory(text))
  }
  const outside = typeof value === 'number' ? boundsIssue(name, value) : undefined
  const issues = method ? policyIssues(method, changes).filter(({ field }) => field === name) : []
  return (
    <>
      {hints.length > 0 && <p className="field-description mosaic-policy-hint">{hints.join(' · ')}</p>}
      <div role="status">
        {outside && (
          <p className="mosaic-policy-issue" data-severity="error">
            {outside[language]}
          </p>
        )}
        <PolicyIssues issues={issues} language={language} />
      </div>
    </>
  )
}
