import { useMessages } from '../app-context.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { BookCallBack, type BookCallBackProps } from './book-call-back.tsx'

/** "Call me back", from wherever it is asked for. */
export function CallBackDialog(props: Omit<BookCallBackProps, 'draft'> & { draft?: string }) {
  const texts = useMessages()
  return (
    <Dialog title={texts.callBackTitle} onClose={props.onClose} hasClose className="dialog-call-back">
      <BookCallBack {...props} draft={props.draft ?? 'call-back'} />
    </Dialog>
  )
}
