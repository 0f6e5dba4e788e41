/** A bar of parts laid one after the other; sizes are in one unit for all bars drawn together. */
export type Bar = { label: string; value?: string; parts: { kind: string; size: number }[] }

/** Bars to one scale. What they show stands in words beside them: a screen reader passes them over. */
export function Bars({ bars, scale }: { bars: readonly Bar[]; scale: number }) {
  return (
    <div className="mosaic-bars" aria-hidden>
      {bars.map(({ label, value, parts }) => (
        <div key={label} className="mosaic-bars__row">
          <span>{label}</span>
          <span className="mosaic-bars__track">
            {parts.map(({ kind, size }, index) => (
              <span key={index} data-kind={kind} style={{ width: `${(100 * size) / Math.max(scale, 1)}%` }} />
            ))}
          </span>
          {value !== undefined && <span className="mosaic-bars__value">{value}</span>}
        </div>
      ))}
    </div>
  )
}

/** What a colour of the bars means. */
export function Swatch({ kind }: { kind: string }) {
  return <span className="mosaic-swatch" data-kind={kind} aria-hidden />
}
