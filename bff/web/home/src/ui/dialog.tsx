import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { useMessages } from '../app-context.tsx'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  /** Shows the close button in the corner. */ hasClose?: boolean
  className?: string
}

/**
 * A modal sheet on the browser's own dialog: it traps focus, closes on Escape, makes the rest inert and gives focus back. It is mounted while it
 * is open; a tap outside it closes it too.
 */
export function Dialog({ title, onClose, children, hasClose = false, className = '' }: DialogProps) {
  const texts = useMessages()
  const titleId = useId()
  const ref = useRef<HTMLDialogElement>(null)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const dialog = ref.current
    const opener = document.activeElement
    // The dialog's own box is covered by its body: a click that lands on the element itself fell on the backdrop.
    const closeOutside = (event: MouseEvent) => {
      if (event.target === dialog) close()
    }
    dialog?.showModal()
    dialog?.addEventListener('click', closeOutside)
    return () => {
      dialog?.removeEventListener('click', closeOutside)
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          {hasClose && (
            <button type="button" className="icon-button" aria-label={texts.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  )
}
