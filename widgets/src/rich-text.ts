/* The subset of Markdown that editors may write: ## heading, - bullet, **bold**, _italic_, [text](link). Everything else is plain words. */

/** A stretch of words of one look. */
export type RichRun = { text: string; isBold: boolean; isItalic: boolean; href?: string | undefined }
export type RichBlock = { type: 'heading' | 'paragraph' | 'bullets'; runs: RichRun[]; items: { runs: RichRun[] }[] }

/** The text as blocks. Never fails: a mark that does not close, or closes nothing, is a character like any other. */
export function readRichText(text: string): RichBlock[] {
  const blocks: RichBlock[] = []
  let isOpen = false
  for (const line of text.split('\n').map((written) => written.trim())) {
    const [, mark = '', rest = line] = /^(##|-)\s+(.*)$/.exec(line) ?? []
    const last = blocks.at(-1)
    const runs = runsOf(rest)
    if (runs.length === 0) isOpen = false
    else if (mark === '##') blocks.push({ type: 'heading', runs, items: [] })
    else if (mark === '-' && isOpen && last?.type === 'bullets') last.items.push({ runs })
    else if (mark === '-') blocks.push({ type: 'bullets', runs: [], items: [{ runs }] })
    else if (isOpen && last?.type === 'paragraph') last.runs.push({ text: ' ', isBold: false, isItalic: false }, ...runs)
    else blocks.push({ type: 'paragraph', runs, items: [] })
    if (runs.length > 0) isOpen = mark !== '##'
  }
  return blocks
}

/** The words of a block, without their looks; bullets are separated as sentences of a list. */
export function plainTextOf({ runs, items }: Pick<RichBlock, 'runs' | 'items'>): string {
  const words = (list: readonly RichRun[]) => list.map(({ text }) => text).join('')
  return [words(runs), ...items.map((item) => words(item.runs))].filter((part) => part !== '').join('; ')
}

/** Where the links of a text lead, in their order. */
export function hrefsIn(text: string): string[] {
  const inRuns = (runs: readonly RichRun[]) => runs.flatMap(({ href }) => (href === undefined ? [] : [href]))
  return readRichText(text).flatMap(({ runs, items }) => [...inRuns(runs), ...items.flatMap((item) => inRuns(item.runs))])
}

/* An underscore inside a word is part of it. No part may hold its own mark, so reading takes no longer than the text is. */
const marked = /\*\*([^*]+)\*\*|(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])|\[([^[\]]+)\]\(([^()\s]+)\)/gu

function runsOf(text: string, look: Omit<RichRun, 'text'> = { isBold: false, isItalic: false }): RichRun[] {
  const runs: RichRun[] = []
  const plain = (words: string) => words && runs.push({ text: words, ...look })
  let at = 0
  for (const { 0: whole, 1: bold, 2: italic, 3: label, 4: href, index } of text.matchAll(marked)) {
    plain(text.slice(at, index))
    at = index + whole.length
    if (bold !== undefined) runs.push(...runsOf(bold, { ...look, isBold: true }))
    else if (italic !== undefined) runs.push(...runsOf(italic, { ...look, isItalic: true }))
    else if (label !== undefined) runs.push(...runsOf(label, { ...look, href }))
  }
  plain(text.slice(at))
  return runs
}
