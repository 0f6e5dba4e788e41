import type { Truth } from '@mosaic/schemas/rules'
import { ownHome, type Target } from '@mosaic/schemas/release'
import { createAnswers } from '../home/answers.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import { createJudge, type Judge } from '../home/facts.ts'
import { identify } from '../home/identify.ts'
import { pickCluster } from '../home/pick-cluster.ts'
import type { Visit } from '../home/visit.ts'
import type { CompiledContent, CompiledSurface, CompiledTrigger } from '../release/compile.ts'
import type { Person } from './contract.ts'
import { sessionOfPerson } from './person-session.ts'

type Dependencies = Pick<HomeDependencies, 'engine' | 'bss' | 'factsDeadlineMs'>

/**
 * Whether targets lead somewhere for a customer with one of his lines: he may be sent there, and the page has the tile for him. What cannot be found out is
 * unknown; whether a tile has something to show is only seen when it is drawn.
 *
 * @throws {ClientError} LINE_NOT_FOUND, BRAND_NOT_PUBLISHED
 */
export async function targetFits(
  { engine, bss, factsDeadlineMs }: Dependencies,
  { brand, person, line, now }: { brand: string; person: Person; line: string | undefined; now: Date },
  targets: readonly Target[],
): Promise<ReadonlyMap<string, Truth>> {
  // As on a telephone: that is where an SMS is opened.
  const device = { platform: undefined, appVersion: undefined, formFactor: 'compact' as const, languages: undefined }
  const visit = identify(engine, { session: sessionOfPerson(person, brand), device, line, now })
  const answers = createAnswers(bss, visit.scope)
  answers.start(visit.release.earlyNeeds)
  const judge = createJudge(visit, answers, factsDeadlineMs)
  let home: Promise<CompiledSurface | undefined> | undefined
  const ownHomeOf = () => (home ??= pickCluster(visit, judge).then((cluster) => cluster.home, () => undefined)) // prettier-ignore

  const fits = new Map<string, Truth>()
  // One after the other: each rule adds to what is known, and most of them ask about the same.
  for (const target of targets) fits.set(target.id, await fitOf(target, visit, judge, ownHomeOf))
  return fits
}

async function fitOf(target: Target, visit: Visit, judge: Judge, ownHomeOf: () => Promise<CompiledSurface | undefined>): Promise<Truth> {
  const compiled = visit.release.care.targets.get(target.id)
  if (!compiled) return false
  const mayBeSent = await askAll(judge, compiled.trigger)
  if (mayBeSent === false || target.content === undefined) return mayBeSent
  const surface = target.surface === ownHome ? await ownHomeOf() : visit.release.surfaces.get(target.surface ?? '')
  if (!surface) return undefined
  const shown = surface.contents.find(({ content }) => content.id === target.content)
  if (!shown || !isValid(shown, visit.now)) return false
  const isShown = await askAll(judge, shown.trigger)
  return isShown === true ? mayBeSent : isShown
}

async function askAll(judge: Judge, trigger: CompiledTrigger | undefined): Promise<Truth> {
  return trigger ? judge.ask(trigger) : true
}

function isValid({ validFrom, validUntil }: CompiledContent, now: Date): boolean {
  return validFrom <= now.getTime() && now.getTime() < validUntil
}
