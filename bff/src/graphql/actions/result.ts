import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { Capabilities } from '@mosaic/widgets'
import type { ActionDependencies, ActionReceipt, ActionRequest, Tap } from '../../actions/contract.ts'
import { composeHome, type Home } from '../../home/compose-home.ts'
import { capabilitiesOfOperation } from '../capabilities.ts'
import type { GraphqlContext } from '../context.ts'

/** What came of an action, and the page as it is afterwards. */
export type ActionResult = ActionReceipt & {
  /** The line that the action was about, if it was about one. */
  lineId: string | undefined
  /** `undefined` when it could not be composed: that must not cost the word on what was done. */
  pageOf(wanted: Page): Promise<Home | undefined>
}
type Page = { surface: string; line: string | undefined; capabilities: Capabilities }

/** `ActionResult`: what all mutations answer with. */
export function addActionResult(builder: WidgetBuilder<GraphqlContext>) {
  return builder.interfaceRef<ActionResult>('ActionResult').implement({
    description: 'What came of something the customer did, and the widgets it changed.',
    fields: (t) => {
      const where = {
        surface: t.arg.string({ defaultValue: 'home', description: 'The page that is open.' }),
        line: t.arg.id({ description: 'The line it is open for; without it the one the action was about, else the first.' }),
      }
      const ids = 'Only these, as `RunMutation.refreshes` names them; without it all.'
      return {
        status: t.exposeString('status', { nullable: false, description: '`completed`, `pending` or `failed`; may grow.' }),
        message: t.expose('message', { type: 'Text', nullable: false, description: 'For the customer.' }),
        widgets: t.field({
          type: ['Widget'],
          nullable: { list: false, items: true },
          description: 'The page’s widgets as they are now: merge them by id.',
          args: { ...where, ids: t.arg.idList({ description: ids }) },
          resolve: async (result, { ids: asked, ...place }, _context, info) => {
            const page = await result.pageOf({ ...pageIn(result, place), capabilities: capabilitiesOfOperation(info) })
            const widgets = page?.widgets ?? []
            return asked ? widgets.filter((widget) => widget && asked.includes(widget.id)) : [...widgets]
          },
        }),
        removed: t.idList({
          nullable: false,
          description:
            'Of the ids asked for, those that are not on the page any more: take them away, and ask for the page again, for another may be the customer’s now.',
          args: { ...where, ids: t.arg.idList({ description: 'Those that `widgets` is asked for; without it none is named.' }) },
          resolve: async (result, { ids: asked, ...place }, _context, info) => {
            if (!asked || asked.length === 0) return []
            const page = await result.pageOf({ ...pageIn(result, place), capabilities: capabilitiesOfOperation(info) })
            if (!page) return []
            // By the layout: a widget that broke has its place still.
            const { sections } = page.layout('compact')
            const placed = new Set(sections.flatMap(({ placements }) => placements.map(({ widgetId }) => widgetId)))
            return asked.map(String).filter((id) => !placed.has(id))
          },
        }),
      }
    },
  })
}

export type ActionResultRef = ReturnType<typeof addActionResult>

/** How a mutation does what it is for: once, and then its page is composed once, as of after it, whatever is asked of the result. */
export async function resultOf<Input extends Tap>(
  context: GraphqlContext,
  does: (dependencies: ActionDependencies, request: ActionRequest, input: Input) => Promise<ActionReceipt>,
  input: Input & { lineId?: string | null | undefined },
): Promise<ActionResult> {
  const session = await context.session()
  const request = { session, device: context.device, now: context.moment }
  const receipt = await does(context, request, input)
  const compose = (wanted: Page) =>
    composeHome(context, { ...request, ...wanted, now: new Date(context.now()) }).catch((err: unknown) => {
      context.log.warn({ err }, 'the page could not be composed after an action')
      return undefined
    })
  const pages = new Map<string, ReturnType<typeof compose>>()
  return {
    ...receipt,
    lineId: input.lineId ?? undefined,
    pageOf(wanted) {
      const key = JSON.stringify([wanted.surface, wanted.line])
      let page = pages.get(key)
      if (!page) pages.set(key, (page = compose(wanted)))
      return page
    },
  }
}

function pageIn({ lineId }: ActionResult, { surface, line }: { surface?: string | null | undefined; line?: string | null | undefined }) {
  return { surface: surface ?? 'home', line: line ?? lineId }
}
