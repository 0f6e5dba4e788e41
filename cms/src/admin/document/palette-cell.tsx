import type { DefaultServerCellComponentProps } from 'payload'

const shown = ['background', 'surface', 'primary', 'accent', 'positive', 'warning', 'critical'] as const

/** A palette at a glance. */
export function PaletteCell({ rowData }: DefaultServerCellComponentProps) {
  const light = rowData?.light as Record<string, string> | undefined
  return (
    <span className="mosaic-swatches" aria-hidden>
      {shown.map((token) => (
        <span key={token} style={{ background: light?.[token] }} />
      ))}
    </span>
  )
}
