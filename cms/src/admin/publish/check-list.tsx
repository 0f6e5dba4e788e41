'use client'
import { useWords } from '../words/language.ts'
import type { IssueView } from './api.ts'

/** What stands in the way, and what is hardly meant: each a sentence and a link to the field. */
export function CheckList({ issues }: { issues: IssueView[] | undefined }) {
  const { words } = useWords()
  if (!issues)
    return (
      <section aria-busy>
        <h2>{words.checks}</h2>
        <p className="mosaic-quiet">{words.checking}</p>
      </section>
    )
  const errors = issues.filter((issue) => issue.severity === 'error')
  const warnings = issues.filter((issue) => issue.severity === 'warning')
  return (
    <section aria-live="polite">
      <h2>{words.checks}</h2>
      {issues.length === 0 && (
        <p className="mosaic-check-ok">
          <span aria-hidden>✓</span> {words.checksOk}
        </p>
      )}
      <Issues title={words.errors(errors.length)} issues={errors} severity="error" />
      <Issues title={words.warnings(warnings.length)} issues={warnings} severity="warning" />
    </section>
  )
}

function Issues({ title, issues, severity }: { title: string; issues: IssueView[]; severity: IssueView['severity'] }) {
  const { words, language } = useWords()
  if (issues.length === 0) return null
  return (
    <div className="mosaic-issues" data-severity={severity}>
      <h3>{title}</h3>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.href} ${issue.message.en}`}>
            {issue.message[language]}{' '}
            {issue.href && (
              <a href={issue.href} aria-label={`${words.goTo}: ${issue.message[language]}`}>
                {words.goTo}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
