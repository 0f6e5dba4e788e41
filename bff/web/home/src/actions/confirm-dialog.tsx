import { useMessages } from '../app-context.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Asking } from './use-actions.ts'

/** Asks before something is done, waits with the customer, and stays when the answer was lost, so that trying again is one tap. */
export function ConfirmDialog({ asking, onAccept, onDismiss }: { asking: Asking; onAccept: () => void; onDismiss: () => void }) {
  const texts = useMessages()
  const { action, phase } = asking
  const isWorking = phase === 'working'
  const problem = { unknown: texts.actionUnconfirmed, offline: texts.offlineAction, asking: undefined, working: undefined }[phase]
  const accept = problem ? texts.retry : (action.confirm?.acceptLabel ?? texts.confirm)
  return (
    <Dialog title={action.confirm?.title ?? action.label.value} onClose={onDismiss} className="dialog-confirm">
      {action.confirm?.body && <p className="dialog-text">{action.confirm.body}</p>}
      <p className="dialog-problem" role="alert">
        {problem}
      </p>
      <div className="dialog-actions">
        <button type="button" className="action action-soft" aria-disabled={isWorking || undefined} onClick={onDismiss}>
          {action.confirm?.cancelLabel ?? texts.cancel}
        </button>
        <button
          type="button"
          className="action action-main"
          aria-busy={isWorking || undefined}
          aria-disabled={isWorking || undefined}
          onClick={onAccept}
        >
          {isWorking && <span className="spinner" aria-hidden="true" />}
          {isWorking ? texts.working : accept}
        </button>
      </div>
    </Dialog>
  )
}
