import type { WithToken } from '../auth/use-session.ts'
import { useHelp } from './help-context.ts'
import { OpenedPage } from './opened-page.tsx'

/** The page of a link for a customer who is signed in: from the tap on it is his, and leads to its place. */
export function TakenPage({ token, withToken }: { token: string | undefined; withToken: WithToken }) {
  const help = useHelp()
  return <OpenedPage token={token} withToken={withToken} onTaken={(handOver) => help?.follow(handOver)} />
}
