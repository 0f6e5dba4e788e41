import { widgets } from '@mosaic/widgets'
import type { Block } from 'payload'
import { widgetFields } from '../fields/widget-fields.ts'

const purposes = {
  care: { it: 'Assistenza', en: 'Care' },
  commerce: { it: 'Commerciale', en: 'Commerce' },
  editorial: { it: 'Editoriale', en: 'Editorial' },
}

/** One block a widget kind, generated from the kind's definition: a new kind appears here by itself. */
export const widgetBlocks: Block[] = Object.values(widgets).map((widget) => ({
  slug: widget.kind,
  interfaceName: `${widget.type}Block`,
  labels: { singular: widget.label, plural: widget.label },
  admin: { group: purposes[widget.purpose], disableBlockName: true },
  fields: widgetFields(widget.fields),
}))
