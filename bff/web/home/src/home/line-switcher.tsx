import { useState } from 'react'
import { Icon, type IconName } from '@mosaic/widgets/tile'
import type { LineRef } from '../api/types.ts'
import { useMessages } from '../app-context.tsx'
import { Dialog } from '../ui/dialog.tsx'

type LineSwitcherProps = { lines: readonly LineRef[]; current: string | undefined; onSelect: (lineId: string) => void }

/** From this many lines on, a list needs a search. */
const searchFrom = 8

/** Which line the home is about. With one line it is a label; with more, a pill that opens the list. */
export function LineSwitcher({ lines, current, onSelect }: LineSwitcherProps) {
  const texts = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const line = lines.find(({ id }) => id === current) ?? lines[0]
  if (!line) return null
  const content = (
    <>
      <Icon name={deviceIcon(line)} />
      <span className="line-pill-text">
        <span className="line-pill-label">{line.label}</span>{' '}
        {line.msisdn && (
          <span className="line-pill-number">
            <bdi dir="ltr">{spacedNumber(line.msisdn)}</bdi>
          </span>
        )}
      </span>
    </>
  )
  if (lines.length === 1) return <p className="line-pill">{content}</p>
  return (
    <>
      <button type="button" className="line-pill" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <span className="visually-hidden">{texts.changeLine}: </span>
        {content}
        <Icon name="chevron" className="icon-down" />
      </button>
      {isOpen && (
        <LineDialog
          lines={lines}
          current={line.id}
          onClose={() => setIsOpen(false)}
          onSelect={(lineId) => {
            setIsOpen(false)
            onSelect(lineId)
          }}
        />
      )}
    </>
  )
}

function LineDialog({ lines, current, onSelect, onClose }: LineSwitcherProps & { onClose: () => void }) {
  const texts = useMessages()
  const [wanted, setWanted] = useState('')
  const found = findLines(lines, wanted)
  return (
    <Dialog title={texts.chooseLine} onClose={onClose} hasClose className="dialog-lines">
      {lines.length >= searchFrom && (
        <label className="search">
          <Icon name="search" />
          <span className="visually-hidden">{texts.searchLine}</span>
          <input type="search" placeholder={texts.searchLine} value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </label>
      )}
      <ul className="line-list">
        {found.map((line) => (
          <li key={line.id}>
            <button type="button" className="line-row" aria-current={line.id === current || undefined} onClick={() => onSelect(line.id)}>
              <span className="icon-mark">
                <Icon name={deviceIcon(line)} />
              </span>
              <span className="line-row-text">
                <span className="line-row-label">{line.label}</span>
                {line.msisdn && (
                  <span className="line-row-number">
                    <bdi dir="ltr">{spacedNumber(line.msisdn)}</bdi>
                  </span>
                )}
              </span>
              {line.id === current && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="line-none">
        {found.length === 0 && texts.noLineFound}
      </p>
    </Dialog>
  )
}

/** The lines whose name or number contains what was typed; spaces do not count. */
export function findLines(lines: readonly LineRef[], wanted: string): LineRef[] {
  const plain = (text: string) => text.toLocaleLowerCase().replace(/\s+/g, '')
  return lines.filter((line) => plain(line.label).includes(plain(wanted)) || plain(line.msisdn).includes(plain(wanted)))
}

/** "+393331234567" → "333 123 4567". A number of another shape stays as it is. */
export function spacedNumber(msisdn: string): string {
  return msisdn.replace(/^(?:\+?39)?(\d{3})(\d{3})(\d{3,4})$/, '$1 $2 $3')
}

function deviceIcon({ device }: LineRef): IconName {
  return device === 'tablet' || device === 'router' ? device : 'smartphone'
}
