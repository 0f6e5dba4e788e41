import { useApp } from '../app-context.tsx'

/** The brand: its logo where it has one, else its name in the brand's own hand. */
export function Brand() {
  const { brand } = useApp().config
  if (brand.logoUrl) return <img className="brand-logo" src={brand.logoUrl} alt={brand.name} />
  return (
    <span className="brand">
      <svg className="brand-mark" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
        <rect x="2" y="2" width="14" height="11" rx="4.5" />
        <rect x="18.5" y="2" width="7.5" height="11" rx="3.75" className="brand-mark-soft" />
        <rect x="2" y="15.5" width="7.5" height="10.5" rx="3.75" className="brand-mark-soft" />
        <rect x="12" y="15.5" width="14" height="10.5" rx="4.5" className="brand-mark-accent" />
      </svg>
      {brand.name}
    </span>
  )
}
