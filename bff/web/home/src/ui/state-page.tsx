import { Icon, type IconName } from '@mosaic/widgets/tile'
import { useMessages } from '../app-context.tsx'
import { navigate } from './navigation.ts'

type StateProps = {
  /** Of the heading; 1 when the page has no other. */ level?: 1 | 2
  icon: IconName
  title: string
  body: string
  action?: { label: string; run: () => void; isBusy?: boolean } | undefined
}

/** Nothing to show, and why, and what to do about it. */
export function StateCard({ level = 1, icon, title, body, action }: StateProps) {
  const Title = `h${level}` as const
  return (
    <div className="state-card">
      <span className="state-mark">
        <Icon name={icon} />
      </span>
      <Title>{title}</Title>
      <p>{body}</p>
      {action && (
        <button type="button" className="action action-main" aria-busy={action.isBusy || undefined} onClick={action.run}>
          {action.isBusy && <span className="spinner" aria-hidden="true" />}
          {action.label}
        </button>
      )}
    </div>
  )
}

/** The same, when it is all there is. */
export function StatePage(props: StateProps) {
  return (
    <main className="state-page">
      <StateCard {...props} />
    </main>
  )
}

export function NotFoundPage() {
  const texts = useMessages()
  return (
    <StatePage
      icon="search"
      title={texts.notFoundTitle}
      body={texts.notFoundBody}
      action={{ label: texts.backHome, run: () => navigate('/') }}
    />
  )
}
