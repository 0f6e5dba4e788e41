import { KillSwitch } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { Value } from 'typebox/value'
import { killSwitchWords } from '../kill-switch-words.ts'

/** Which kinds of widgets go off, and which come back, between two drafts of a brand. Their order means nothing; a row that is half filled in is no switch yet. */
export function killSwitchDetails(was: object, is: object): TwoLanguages[] {
  const [before, after] = [switchesOf(was), switchesOf(is)]
  return [
    ...without(after, before).map((one) => say(one, { it: 'si disattiva', en: 'switched off:' })),
    ...without(before, after).map((one) => say(one, { it: 'si riattiva', en: 'back again:' })),
  ]
}

function say(one: KillSwitch, verb: TwoLanguages): TwoLanguages {
  const { name, where } = killSwitchWords(one)
  return { it: `${verb.it} «${name.it}» ${where.it}`, en: `${verb.en} "${name.en}" ${where.en}` }
}

function switchesOf(brand: object): KillSwitch[] {
  const all: unknown = 'killSwitches' in brand ? brand.killSwitches : undefined
  return Array.isArray(all) ? all.filter((one) => Value.Check(KillSwitch, one)) : []
}

function without(all: readonly KillSwitch[], others: readonly KillSwitch[]): KillSwitch[] {
  const known = new Set(others.map(keyOf))
  return all.filter((one) => !known.has(keyOf(one)))
}

function keyOf({ kind, platform, from = '', until = '' }: KillSwitch): string {
  return [kind, platform, from, until].join()
}
