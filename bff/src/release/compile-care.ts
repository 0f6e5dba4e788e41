import type { Guide, Menu, ReleaseBody, Target } from '@mosaic/schemas/release'
import type { CompiledTrigger } from './compile.ts'

/** The places customers can be sent to, the voice menus and the guides of a release, by their ids. */
export type CompiledCare = {
  targets: ReadonlyMap<string, CompiledTarget>
  menus: ReadonlyMap<string, Menu>
  guides: ReadonlyMap<string, Guide>
  /** What guides check. */
  triggers: ReadonlyMap<string, CompiledTrigger>
}

/** `trigger`: for whom it leads somewhere; absent for everybody. */
export type CompiledTarget = { target: Target; trigger: CompiledTrigger | undefined }

export function compileCare(
  { targets, menus, guides }: Pick<ReleaseBody, 'targets' | 'menus' | 'guides'>,
  triggers: ReadonlyMap<string, CompiledTrigger>,
): CompiledCare {
  return {
    targets: new Map(
      targets.map((target) => [target.id, { target, trigger: target.trigger === undefined ? undefined : triggers.get(target.trigger) }]),
    ),
    menus: byId(menus),
    guides: byId(guides),
    triggers,
  }
}

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}
