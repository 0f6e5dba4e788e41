'use client'
import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useWords } from '../words/language.ts'
import { askPublish, askState, type IssueView, type ReleaseState } from './api.ts'
import { ChangeList } from './change-list.tsx'
import { CheckList } from './check-list.tsx'
import { LiveHeader } from './live-header.tsx'
import { ReleaseHistory } from './release-history.tsx'

/** What this person may do; the API refuses the rest anyway. */
export type Rights = { publish: 'all' | 'policies' | 'none'; rollBack: boolean }

type Outcome = { published: boolean; number: number }

/** Look over, choose, check, publish; and below, everything that was ever live, to go back to. */
export function PublishView({ initial, brands, rights }: { initial: ReleaseState; brands: string[]; rights: Rights }) {
  const { words } = useWords()
  const [state, setState] = useState(initial)
  const [left, setLeft] = useState<ReadonlySet<string>>(() => notMine(initial, rights))
  const [checked, setChecked] = useState<{ selection: string; issues: IssueView[] }>()
  const [note, setNote] = useState('')
  const [isPublishing, setPublishing] = useState(false)

  const refresh = useCallback(async () => {
    const answer = await askState(initial.brand.id)
    if (!answer.ok) return
    setState(answer.value)
    const keys = new Set(answer.value.changes.map((change) => change.key))
    setLeft((before) => new Set([...notMine(answer.value, rights), ...[...before].filter((key) => keys.has(key))]))
  }, [initial.brand.id, rights])

  // Checks are those of one selection of one state: of any other there are none yet.
  const selection = [state.fingerprint, ...left].join(' ')
  const issues = checked?.selection === selection ? checked.issues : undefined

  // The page may have been open for hours: what it shows is asked again when the person comes back to it.
  useEffect(() => {
    const onFocus = () => void refresh()
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [refresh])

  useEffect(() => {
    const cancel = new AbortController()
    const check = async () => {
      const answer = await askPublish<{ issues: IssueView[] }>('check', { brand: state.brand.id, leaveOut: [...left] }, cancel.signal)
      if (answer.ok) setChecked({ selection, issues: answer.value.issues })
      else if (answer.code !== 'aborted') toast.error(answer.message ?? words.unknownError)
    }
    const later = setTimeout(() => void check(), 200)
    return () => {
      clearTimeout(later)
      cancel.abort()
    }
  }, [state.brand.id, selection, left, words.unknownError])

  const included = state.changes.filter((change) => !left.has(change.key)).length
  const errors = issues?.filter((issue) => issue.severity === 'error').length ?? 0
  const isReady = issues !== undefined && errors === 0 && included > 0 && !isPublishing

  const publish = async () => {
    setPublishing(true)
    const answer = await askPublish<Outcome>('release', {
      brand: state.brand.id,
      leaveOut: [...left],
      note,
      fingerprint: state.fingerprint,
    })
    if (answer.ok) {
      toast.success(words.published(answer.value.number))
      setNote('')
      setLeft(new Set())
    } else if (answer.issues) {
      setChecked({ selection, issues: answer.issues })
    } else {
      toast.error(answer.message ?? words.unknownError)
    }
    await refresh()
    setPublishing(false)
  }

  return (
    <>
      <LiveHeader state={state} brands={brands} />
      <div className="mosaic-publish__columns">
        <ChangeList
          changes={state.changes}
          left={left}
          onChange={setLeft}
          isLocked={(change) => rights.publish === 'none' || (rights.publish === 'policies' && change.collection !== 'policies')}
        />
        {state.changes.length > 0 && (
          <aside className="mosaic-panel" aria-label={words.publish}>
            <CheckList issues={issues} />
            {rights.publish === 'none' ? (
              <p className="mosaic-quiet">{words.mayNotPublish}</p>
            ) : (
              <>
                {rights.publish === 'policies' && <p className="mosaic-quiet">{words.onlyPolicies}</p>}
                <label className="mosaic-note">
                  {words.note}
                  <textarea
                    rows={2}
                    maxLength={2_000}
                    value={note}
                    placeholder={words.notePlaceholder}
                    onChange={(event) => setNote(event.target.value)}
                  />
                </label>
                <button type="button" className="mosaic-button" disabled={!isReady} aria-busy={isPublishing} onClick={() => void publish()}>
                  {isPublishing ? words.publishing : words.publishNow(state.nextNumber)}
                </button>
                {isPublishing && <progress className="mosaic-progress" aria-label={words.publishing} />}
              </>
            )}
          </aside>
        )}
      </div>
      <ReleaseHistory brand={state.brand.id} releases={state.releases} mayRollBack={rights.rollBack} onRolledBack={refresh} />
    </>
  )
}

/** The changes that this person’s role cannot publish wait. */
function notMine(state: ReleaseState, rights: Rights): ReadonlySet<string> {
  return new Set(
    rights.publish === 'policies' ? state.changes.filter((change) => change.collection !== 'policies').map((change) => change.key) : [],
  )
}
