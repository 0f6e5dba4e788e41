/**
 * Makes a widget's style sheet a module that hands it to the layout editor, which puts it into the shadow root of every tile it draws. A `rem` there is the
 * app's, 16 pixels; the admin's own is smaller.
 */
import { dirname, join, relative } from 'node:path'

const taker = join(import.meta.dirname, 'src', 'admin', 'layout', 'tile-styles.ts')

/** @type {(this: { resourcePath: string }, css: string) => string} */
export default function tileStylesLoader(css) {
  const path = relative(dirname(this.resourcePath), taker).replaceAll('\\', '/')
  return `import { addTileStyles } from ${JSON.stringify(path)}\naddTileStyles(${JSON.stringify(inPixels(css))})\n`
}

function inPixels(css) {
  return css.replaceAll(/(\d*\.?\d+)rem\b/g, (_, number) => `${Number(number) * 16}px`)
}
