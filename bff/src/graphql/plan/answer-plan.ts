import { exactBytes } from '../../kept-bytes.ts'
import type { Used } from '../../home/answers.ts'
import { arrangementOf } from '../../home/arrangements.ts'
import { choose } from '../../home/choose.ts'
import { etagOf, headOf, type HomeDependencies } from '../../home/compose-home.ts'
import { expiryOf } from '../../home/expiry.ts'
import { choiceBefore, rememberChoice } from '../../home/for-session.ts'
import type { Drawing, Tile, Tiles } from '../../home/tiles.ts'
import type { Session } from '../../identity/session.ts'
import type { Count } from '../../metrics.ts'
import { myLines } from '../../me/my-lines.ts'
import type { CompiledContent, CompiledRelease, Theme } from '../../release/compile.ts'
import type { Ask, AskedHome } from './asks.ts'
import type { HomeHead, MePart } from './contract.ts'

/** An answer, and all that it hangs on. */
export type PlannedAnswer = {
  /** One after the other, they are the answer. */
  texts: readonly Text[]
  release: CompiledRelease
  /** As long as the data layer gives these very answers, the answer is this one; `undefined`: it is for now only. */
  basis: readonly Used[] | undefined
  /** It holds from then (inclusive) until then (exclusive): epoch milliseconds. */
  from: number
  until: number
  /** Counted up each time it goes out. */
  counters: readonly Count[]
}

/** What is written anew for this answer, or bytes that are there already. */
export type Text = string | Buffer

export type AnswerDependencies = HomeDependencies & { tiles: Tiles }

/** One root's share of an answer. */
type Written = {
  texts: Text[]
  release: CompiledRelease | undefined
  basis: readonly Used[] | undefined
  until: number
  counters: Count[]
}

/**
 * Answers a planned question: the same stages as for the executor, but each content is drawn as bytes, and what has been drawn before is not drawn again.
 * Throws what the executor would report, and Unplannable; either way the executor is to answer.
 */
export async function answerPlan(dependencies: AnswerDependencies, ask: Ask, session: Session, now: Date): Promise<PlannedAnswer> {
  // All at once, as the executor does: the fields of a query are independent of each other.
  const written = await Promise.all(
    ask.roots.map((root): Promise<Written> => {
      if (root.part === 'text') return Promise.resolve({ ...nothing, texts: [root.text] })
      return root.part === 'me' ? writeMe(dependencies, root, ask, session, now) : writeHome(dependencies, root, ask, session, now)
    }),
  )
  const bases = written.map(({ basis }) => basis)
  const release = written.find((one) => one.release)?.release as CompiledRelease
  return {
    texts: ['{"data":{', ...written.flatMap(({ texts }) => texts), '}}'],
    release,
    // A release that went live between two roots: true for each of them, but not to be given to anybody else.
    basis:
      bases.includes(undefined) || written.some((one) => one.release && one.release !== release)
        ? undefined
        : bases.flatMap((basis) => basis ?? []),
    from: now.getTime(),
    until: Math.min(...written.map(({ until }) => until)),
    counters: written.flatMap(({ counters }) => counters),
  }
}

const nothing: Omit<Written, 'texts'> = { release: undefined, basis: [], until: Number.POSITIVE_INFINITY, counters: [] }

async function writeMe(
  dependencies: AnswerDependencies,
  { prefix, fields }: { prefix: string; fields: readonly MePart[] },
  { device }: Ask,
  session: Session,
  now: Date,
): Promise<Written> {
  const asksLines = fields.some(({ part }) => part === 'lines')
  const { lines, basis, release } = asksLines
    ? await myLines(dependencies, { session, device, now })
    : { lines: [], basis: [], release: undefined }
  let text = `${prefix}${fields.length === 0 ? '{' : ''}`
  for (const field of fields) {
    text += field.prefix
    if (field.part === 'text') text += field.text
    else text += field.part === 'lines' ? field.write(lines) : field.write(session)
  }
  return { ...nothing, texts: [`${text}}`], basis, release }
}

async function writeHome(
  dependencies: AnswerDependencies,
  asked: AskedHome,
  { device, isRemembered }: Ask,
  session: Session,
  now: Date,
): Promise<Written> {
  const begun = performance.now()
  const request = { session, device, surface: asked.surface, line: asked.line, now }
  const { visit, surface, loaded, answers, choice } = await choose(dependencies, request, choiceBefore(session, asked))
  // Nobody would find it again under a question that is read anew each time.
  if (isRemembered) rememberChoice(session, asked, choice)
  const { release, locale, horizon } = visit
  const draw = (drawing: Drawing) => loaded.map((content) => dependencies.tiles.draw(visit, surface, content, drawing))
  const drawn = draw(asked.drawing)
  const arrangement = arrangementOf(
    surface,
    new Set(drawn.filter(({ isShown }) => isShown).map(({ content }) => content)),
    release.brand.defaultLocale,
  )
  const tiles = inOrder(arrangement.order, drawn)
  const head: HomeHead = {
    ...headOf(visit, surface, asked.surface),
    expiresAt: expiryOf(
      tiles.map(({ staleAt }) => staleAt),
      surface,
      visit,
    ),
    etag: () =>
      etagOf(
        visit,
        tiles.map(({ digest }) => digest),
      ),
  }

  const texts: Text[] = [asked.prefix]
  if (asked.fields.length === 0) texts.push('{')
  for (const field of asked.fields) {
    texts.push(field.prefix)
    if (field.part === 'text') texts.push(field.text)
    else if (field.part === 'head') texts.push(field.write(head))
    else if (field.part === 'theme') texts.push(themeText(surface.theme, field.write))
    else if (field.part === 'themes') texts.push(surface.themes.length === 0 ? '[]' : themeText(surface.themes, field.write))
    else if (field.part === 'layout') texts.push(arrangement.written(field.write, field.formFactor, locale))
    else pushList(texts, field.drawing === asked.drawing ? tiles : inOrder(arrangement.order, draw(field.drawing)))
  }
  texts.push('}')
  dependencies.metrics.homeDuration.observe({ brand: release.brand.id }, (performance.now() - begun) / 1_000)
  const until = Math.min(horizon.until, Date.parse(head.expiresAt), ...drawn.map((tile) => tile.until))
  return { texts, release, basis: answers.basis(), until, counters: drawn.map(({ counter }) => counter) }
}

function inOrder(order: readonly CompiledContent[], tiles: readonly Tile[]): Tile[] {
  const byContent = new Map(tiles.map((tile) => [tile.content, tile]))
  return order.flatMap((content) => byContent.get(content) ?? [])
}

function pushList(texts: Text[], tiles: readonly Tile[]): void {
  tiles.forEach(({ text }, index) => texts.push(index === 0 ? '[' : ',', text ?? 'null'))
  texts.push(tiles.length === 0 ? '[]' : ']')
}

const themes = new WeakMap<object, WeakMap<object, Buffer>>()

/** A palette is written once for as long as its release is live. */
function themeText<Themes extends Theme | readonly Theme[]>(theme: Themes, write: (theme: Themes) => string): Buffer {
  let own = themes.get(theme)
  if (!own) themes.set(theme, (own = new WeakMap()))
  let text = own.get(write)
  if (!text) own.set(write, (text = exactBytes(write(theme))))
  return text
}
