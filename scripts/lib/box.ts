import { stripVTControlCharacters } from 'node:util'

/** Lines of text in a frame as wide as the longest of them. */
export function box(lines: readonly string[]): string {
  const width = Math.max(...lines.map(widthOf))
  const framed = lines.map((line) => `  │  ${line}${' '.repeat(width - widthOf(line))}  │`)
  const edge = '─'.repeat(width + 4)
  return [`  ╭${edge}╮`, ...framed, `  ╰${edge}╯`].join('\n')
}

/** Rows of cells, each column as wide as its widest cell. Columns named in `right` are flushed right. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const cell = (text: string, column: number) => {
    const space = ' '.repeat((widths[column] ?? 0) - widthOf(text))
    return right.includes(column) ? space + text : text + space
  }
  return rows.map((row) => row.map(cell).join('  ').trimEnd())
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length
}
