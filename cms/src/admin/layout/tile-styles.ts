const styles: string[] = []
let sheet: CSSStyleSheet | undefined

/**
 * Takes the styles of a widget's view: called by what `tile-styles-loader.mjs` makes of its style sheet.
 * @public
 */
export function addTileStyles(css: string): void {
  styles.push(css)
}

/** What every tile is drawn with: made once, when the first is. For browsers. */
export function tileSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync([base, ...styles].join('\n'))
  }
  return sheet
}

/** What the web home's own base gives its tiles; the order of the layers is the home's. */
const base = `
@layer base, parts, tiles, kinds;
@layer base {
  :host {
    all: initial;
    display: grid;
    font-family: 'Figtree Variable', system-ui, sans-serif;
    font-size: 16px;
    line-height: 1.45;
    color: var(--color-on-surface);
    --tile-shadow: 0 1px 2px rgb(20 24 48 / 4%), 0 6px 20px rgb(20 24 48 / 5%);
  }
  *, *::before, *::after {
    box-sizing: border-box;
  }
  button, input {
    font: inherit;
    color: inherit;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
}`
