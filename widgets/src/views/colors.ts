/** The custom properties that named colours are drawn from: `['--color-on-surface', '#1b1c1f']`. Anything that is not a plain hex colour is dropped. */
export function colorProperties(tokens: readonly { name: string; hex: string }[]): [property: string, value: string][] {
  return tokens
    .filter(({ name, hex }) => /^[a-zA-Z]+$/.test(name) && /^#[0-9a-f]{6}$/i.test(hex))
    .map(({ name, hex }) => [colorProperty(name), hex])
}

/** The custom property that holds a token: `onSurface` → `--color-on-surface`. */
export function colorProperty(token: string): string {
  return `--color-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
