import type { Face, LeaveOut, PresentInput, WidgetDefinition } from './definition.ts'
import type { Fields } from './fields.ts'
import type { ReadMethodName } from '@mosaic/schemas/bss'

/**
 * The names a client's document has fragments on: object types and archetypes. It is the list of what that build can draw, kept by the document
 * itself.
 */
export type Capabilities = ReadonlySet<string>

/** One way a content can be sent: as its own kind, or as a simpler one. */
export type Form = {
  kind: string
  type: string
  schemaVersion: number
  present(input: PresentInput<Fields, ReadMethodName, ReadMethodName>): Face<unknown> | LeaveOut
  /** The simpler kind's name, when it is not the content's own. */
  variant?: string | undefined
}

/**
 * The richest form this client draws: the kind itself, else the first of its variants whose type the client knows, else whichever of them has
 * an archetype the client knows; `undefined` when it knows none of all that. Without capabilities everything can be drawn.
 *
 * A kind that is switched off for this client is sent neither as itself nor by its own archetypes: its name alone would lead to the code that is at fault.
 */
export function chooseForm(
  definition: WidgetDefinition,
  definitions: Readonly<Record<string, WidgetDefinition>>,
  capabilities: Capabilities | undefined,
  switchedOff: ReadonlySet<string> = nothing,
): Form | undefined {
  const { kind, type, schemaVersion } = definition
  const own: Form = { kind, type, schemaVersion, present: (input) => definition.present(input) }
  const isOn = !switchedOff.has(kind)
  // Nearly always, and so before anything is made that only the others need.
  if (isOn && (!capabilities || capabilities.has(type))) return own
  const draws = (name: string) => !capabilities || capabilities.has(name)

  const variants = (definition.variants ?? []).flatMap((variant) => {
    const as = definitions[variant.kind]
    if (!as || switchedOff.has(as.kind)) return []
    const form: Form = {
      kind: as.kind,
      type: as.type,
      schemaVersion: as.schemaVersion,
      present: (input) => variant.present(input),
      variant: as.kind,
    }
    return [{ form, as }]
  })
  const drawsFace = (of: WidgetDefinition) => of.archetypes.some(draws)
  return (
    variants.find(({ form }) => draws(form.type))?.form ??
    (isOn && drawsFace(definition) ? own : variants.find(({ as }) => drawsFace(as))?.form)
  )
}

/** Whether this client finds something to draw in a face: one that knows the form by an archetype alone would leave an empty tile where that is empty. */
export function isDrawable({ type }: Form, face: Face<unknown>, capabilities: Capabilities | undefined): boolean {
  if (!capabilities || capabilities.has(type)) return true
  const { gauge, banner, list, actions } = face
  return (
    (gauge !== undefined && capabilities.has('GaugeLike')) ||
    (banner !== undefined && capabilities.has('BannerLike')) ||
    (list !== undefined && list.items.length > 0 && capabilities.has('ListLike')) ||
    (actions !== undefined && actions.length > 0 && capabilities.has('ActionsLike'))
  )
}

const nothing: ReadonlySet<string> = new Set()
