import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useDesk, useTexts } from '../desk-context.tsx'
import { dropDraft, keepDraft, useDraft } from './drafts.ts'
import { messages } from './messages.ts'
import type { Contact } from './types.ts'
import { useNoteContact, useReasons } from './use-contacts.ts'

/** As many as fit on two lines. */
const mostSuggested = 3
const longestReason = 100
const longestText = 2_000

type NoteFormProps = {
  contact: Contact
  /** The place he was led to in this talk: most likely what it was about. */ likely?: string | undefined
  /** The talk has just ended: it takes the focus from whoever does nothing else. */ isAsking?: boolean
  onSaved?: () => void
}

/** What a talk was about: a reason, and what is good to know. One key saves; what is typed stays, whatever happens to the page. */
export function NoteForm({ contact, likely, isAsking = false, onSaved }: NoteFormProps) {
  const { say } = useDesk()
  const texts = useTexts(messages)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const draft = useDraft(contact.id)
  const note = useNoteContact()
  const reasons = useReasons()
  // Where he was led is what it was about, until the agent says otherwise.
  const reason = draft.reason ?? likely ?? ''
  const [isIncomplete, setIsIncomplete] = useState(false)
  const suggested = [...new Set([likely, ...(reasons.data ?? []).map(({ title }) => title)])].filter((title) => title !== undefined)

  useEffect(() => {
    // One key saves then; whoever is writing elsewhere goes on writing.
    if (isAsking && isIdle(document.activeElement)) field.current?.focus()
  }, [isAsking])

  const save = () => {
    if (note.isPending) return
    const said = reason.trim()
    setIsIncomplete(said === '')
    if (said === '') return
    const target = reasons.data?.find(({ title }) => title === said)?.id
    const text = draft.text.trim()
    note.mutate(
      // Whoever says what it was about is done with it, also when the telephone has not said so yet.
      { id: contact.id, reason: target ?? said, ...(text && { text }), isClosed: true },
      {
        onSuccess: () => {
          dropDraft(contact.id)
          say(texts.saved, 'positive')
          onSaved?.()
        },
      },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // On the rest of the page the same keys send a link.
    event.preventDefault()
    event.stopPropagation()
    save()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a short cut for the button below
    <form className="note" onSubmit={submit} onKeyDown={press}>
      <label className="send-label" htmlFor={`${id}-reason`}>
        {texts.reason}
      </label>
      <input
        ref={field}
        id={`${id}-reason`}
        className="note-field"
        type="text"
        autoComplete="off"
        maxLength={longestReason}
        placeholder={texts.reasonHint}
        value={reason}
        aria-invalid={isIncomplete || undefined}
        aria-describedby={isIncomplete ? `${id}-wrong` : undefined}
        onChange={({ target }) => keepDraft(contact.id, { ...draft, reason: target.value })}
      />
      {isIncomplete && (
        <p id={`${id}-wrong`} className="desk-wrong" role="alert">
          {texts.reasonNeeded}
        </p>
      )}
      <div className="note-reasons" role="group" aria-label={texts.suggestions}>
        {[...suggested.slice(0, mostSuggested), texts.other].map((title) => (
          <button
            key={title}
            type="button"
            aria-pressed={reason === title}
            onClick={() => {
              setIsIncomplete(false)
              keepDraft(contact.id, { ...draft, reason: title })
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <label className="send-label" htmlFor={`${id}-text`}>
        {texts.text}
      </label>
      <textarea
        id={`${id}-text`}
        className="note-field"
        rows={2}
        maxLength={longestText}
        placeholder={texts.textHint}
        value={draft.text}
        onChange={({ target }) => keepDraft(contact.id, { ...draft, text: target.value })}
      />
      <div role="alert">{note.isError && <p className="desk-failed">{texts.notSaved}</p>}</div>
      <button type="submit" className="action action-soft" aria-disabled={note.isPending} aria-keyshortcuts="Control+Enter">
        {note.isPending ? texts.saving : contact.state === 'open' ? texts.saveAndClose : texts.save}
        <kbd aria-hidden="true">{texts.keys}</kbd>
      </button>
    </form>
  )
}

function isIdle(focused: Element | null): boolean {
  return !focused || focused === document.body || (focused instanceof HTMLInputElement && focused.value === '')
}
