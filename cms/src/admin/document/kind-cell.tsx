import { widgets } from '@mosaic/widgets'
import type { DefaultServerCellComponentProps } from 'payload'

/** The widget kind of a content, in the list. */
export function KindCell({ rowData, i18n }: DefaultServerCellComponentProps) {
  const [block] = Array.isArray(rowData?.widget) ? (rowData.widget as { blockType?: string }[]) : []
  const widget = block?.blockType ? widgets[block.blockType] : undefined
  return <span>{widget ? widget.label[i18n.language === 'it' ? 'it' : 'en'] : '—'}</span>
}
