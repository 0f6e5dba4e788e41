import type { ReactNode } from 'react'

/** Room for a table: on a narrow page it scrolls sideways, also for those who scroll by keyboard. */
export function TableRoom({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div className="desk-table-room" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
