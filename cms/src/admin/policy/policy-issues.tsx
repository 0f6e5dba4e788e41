import type { PolicyIssue } from '../../publisher/checks/policies.ts'

/** What is wrong with a policy, or hardly meant, each as a sentence. */
export function PolicyIssues({ issues, language }: { issues: readonly PolicyIssue[]; language: 'it' | 'en' }) {
  return issues.map(({ code, severity, message }) => (
    <p key={code} className="mosaic-policy-issue" data-severity={severity}>
      {capital(message[language])}
    </p>
  ))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
