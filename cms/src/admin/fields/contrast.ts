/** WCAG 2 contrast ratio of two `#rrggbb` colours, from 1 to 21; `undefined` when one is not a colour. */
export function contrastRatio(first: unknown, second: unknown): number | undefined {
  const [a, b] = [luminance(first), luminance(second)]
  if (a === undefined || b === undefined) return undefined
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The colour a text colour of a palette stands on; `undefined` for a colour that is no text. */
export function backgroundOf(token: string): string | undefined {
  if (token === 'onSurfaceMuted') return 'surface'
  const background = /^on([A-Z]\w*)$/.exec(token)?.[1]
  return background && background.charAt(0).toLowerCase() + background.slice(1)
}

function luminance(color: unknown): number | undefined {
  if (typeof color !== 'string' || !/^#[0-9a-f]{6}$/i.test(color)) return undefined
  const channel = (start: number) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
