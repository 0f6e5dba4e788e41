import { useId, type ReactNode } from 'react'

type PanelProps = { title: string; /** Beside the title, such as a button. */ aside?: ReactNode; className?: string; children: ReactNode }

/** A part of a page with its heading. */
export function Panel({ title, aside, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section className={`desk-panel ${className}`} aria-labelledby={id}>
      <div className="desk-panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
