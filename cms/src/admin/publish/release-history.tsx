'use client'
import { toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { useWords } from '../words/language.ts'
import { momentIn } from '../words/words.ts'
import { askPublish, type ReleaseView } from './api.ts'

type Props = { brand: string; releases: ReleaseView[]; mayRollBack: boolean; onRolledBack: () => Promise<void> }

/** Every release there is, newest first; any of them can be live again in two clicks. */
export function ReleaseHistory({ brand, releases, mayRollBack, onRolledBack }: Props) {
  const { words, language } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState<number>()
  const [isBusy, setBusy] = useState(false)
  if (releases.length === 0) return null

  const ask = (number: number) => {
    setChosen(number)
    dialog.current?.showModal()
  }
  const rollBack = async () => {
    if (chosen === undefined) return
    setBusy(true)
    const answer = await askPublish<{ number: number }>('roll-back', { brand, number: chosen })
    if (answer.ok) toast.success(words.rolledBack(chosen))
    else toast.error(answer.message ?? words.unknownError)
    await onRolledBack()
    setBusy(false)
    dialog.current?.close()
  }

  return (
    <section className="mosaic-history" aria-label={words.history}>
      <h2>{words.history}</h2>
      <ul>
        {releases.map((release) => (
          <li key={release.number} data-live={release.isLive}>
            <div>
              <p>
                <strong>{words.release(release.number)}</strong>{' '}
                {release.isLive && (
                  <span className="mosaic-status" data-kind="live">
                    {words.live}
                  </span>
                )}
              </p>
              <p className="mosaic-quiet">
                {momentIn(language, release.at)} · {release.by}
                {release.added !== undefined && ` · ${words.counts(release.added, release.changed ?? 0, release.removed ?? 0)}`}
              </p>
              {release.note && <p>{release.note}</p>}
            </div>
            {mayRollBack && !release.isLive && (
              <button type="button" className="mosaic-button" data-secondary onClick={() => ask(release.number)}>
                {words.rollBack}
              </button>
            )}
          </li>
        ))}
      </ul>
      <dialog ref={dialog} className="mosaic-dialog" aria-labelledby="roll-back-title">
        <h2 id="roll-back-title">{words.rollBackTitle(chosen ?? 0)}</h2>
        <p>{words.rollBackBody}</p>
        <div className="mosaic-dialog__buttons">
          <button type="button" className="mosaic-button" data-secondary disabled={isBusy} onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="button" className="mosaic-button" disabled={isBusy} aria-busy={isBusy} onClick={() => void rollBack()}>
            {words.rollBackConfirm}
          </button>
        </div>
      </dialog>
    </section>
  )
}
