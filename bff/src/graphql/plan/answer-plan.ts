import { printInstant } from '@mosaic/schemas/calendar'
import { exactBytes } from '../../kept-bytes.ts'
import { stampOf, type Used } from '../../home/answers.ts'
import { arrangementOf, inOrder } from '../../home/arrangements.ts'
import { choose, type Chosen } from '../../home/choose.ts'
import { etagOf, headOf, type HomeDependencies } from '../../home/compose-home.ts'
import { expiryOf } from '../../home/expiry.ts'
import { choiceBefore, rememberChoice, rememberTold, toldBefore } from '../../home/for-session.ts'
import type { Tile, Tiles } from '../../home/tiles.ts'
import type { Session } from '../../identity/session.ts'
import type { Count } from '../../metrics.ts'
import { askMyLines, lineRefsOf, type LineRef, type MyLines } from '../../me/my-lines.ts'
import type { Theme } from '../../release/compile.ts'
import type { Ask, AskedHome, AskedRoot } from './asks.ts'
import type { HomeHead } from './contract.ts'

/** An answer, and all that it hangs on. */
export type PlannedAnswer = {
  /** One after the other, they are the answer. */
  texts: readonly Text[]
  /** The serial of the release it is made of. */
  release: number | undefined
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
  release: number | undefined
  basis: readonly Used[] | undefined
  until: number
  counters: Count[]
}

/**
 * Answers a planned question: the same stages as for the executor, but each content is drawn as bytes, and what has been drawn before is not drawn again. At once when all that
 * it needs is there. Throws what the executor would report, and Unplannable; either way the executor is to answer.
 */
export function answerPlan(
  dependencies: AnswerDependencies,
  ask: Ask,
  session: Session,
  now: Date,
): PlannedAnswer | Promise<PlannedAnswer> {
  // All at once, as the executor does: the fields of a query are independent of each other.
  const written = ask.roots.map((root) => attempt(() => writeRoot(dependencies, root, ask, session, now)))
  if (written.some((one) => one instanceof Promise))
    return Promise.all(written.map((one) => Promise.resolve(one))).then((all) => answerOf(all, now))
  return answerOf(written as Written[], now)
}

/** What fails is told by a promise, so that whoever waits for all hears of it, and nobody else does. */
function attempt(write: () => Written | Promise<Written>): Written | Promise<Written> {
  try {
    return write()
  } catch (error) {
    return Promise.reject(error)
  }
}

function writeRoot(dependencies: AnswerDependencies, root: AskedRoot, ask: Ask, session: Session, now: Date): Written | Promise<Written> {
  if (root.part === 'text') return { ...nothing, texts: [root.text] }
  return root.part === 'me' ? writeMe(dependencies, root, ask, session, now) : writeHome(dependencies, root, ask, session, now)
}

function answerOf(written: readonly Written[], now: Date): PlannedAnswer {
  const release = written.find((one) => one.release !== undefined)?.release
  // A release that went live between two roots: true for each of them, but not to be given to anybody else.
  const isKeepable = written.every((one) => one.basis !== undefined && (one.release === undefined || one.release === release))
  return {
    texts: ['{"data":{', ...written.flatMap(({ texts }) => texts), '}}'],
    release,
    basis: isKeepable ? written.flatMap(({ basis = [] }) => basis) : undefined,
    from: now.getTime(),
    until: written.reduce((soonest, { until }) => Math.min(soonest, until), Number.POSITIVE_INFINITY),
    counters: written.flatMap(({ counters }) => counters),
  }
}

const nothing: Omit<Written, 'texts'> = { release: undefined, basis: [], until: Number.POSITIVE_INFINITY, counters: [] }

// Me

type AskedMe = Extract<AskedRoot, { part: 'me' }>

function writeMe(dependencies: AnswerDependencies, root: AskedMe, ask: Ask, session: Session, now: Date): Written | Promise<Written> {
  if (!root.fields.some(({ part }) => part === 'lines')) return { ...nothing, texts: [meText(root, session, [])] }
  const asked = askMyLines(dependencies, { session, device: ask.device, now })
  return asked instanceof Promise ? asked.then((mine) => meWithLines(root, ask, mine)) : meWithLines(root, ask, asked)
}

function meWithLines(root: AskedMe, { isRemembered }: Ask, mine: MyLines): Written {
  const { session, locale, found, release, basis } = mine
  const stamp = stampOf(found)
  let text = toldBefore(session, root, locale, stamp)
  if (text === undefined) {
    text = meText(root, session, lineRefsOf(mine))
    if (isRemembered) rememberTold(session, root, locale, stamp, text)
  }
  return { ...nothing, texts: [text], basis, release: release.serial }
}

function meText({ prefix, fields }: AskedMe, session: Session, lines: readonly LineRef[]): string {
  let text = fields.length === 0 ? `${prefix}{` : prefix
  for (const field of fields) {
    text += field.prefix
    if (field.part === 'text') text += field.text
    else text += field.part === 'lines' ? field.write(lines) : field.write(session)
  }
  return `${text}}`
}

// Home

function writeHome(dependencies: AnswerDependencies, asked: AskedHome, ask: Ask, session: Session, now: Date): Written | Promise<Written> {
  const begun = performance.now()
  const request = { session, device: ask.device, surface: asked.surface, line: asked.line, now }
  const chosen = choose(dependencies, request, choiceBefore(session, asked))
  if (chosen instanceof Promise) return chosen.then((home) => drawHome(dependencies, asked, ask, home, begun))
  return drawHome(dependencies, asked, ask, chosen, begun)
}

/** @param begun when it was asked for, by the clock of `performance` */
function drawHome(dependencies: AnswerDependencies, asked: AskedHome, { isRemembered }: Ask, chosen: Chosen, begun: number): Written {
  const { visit, surface, loaded, answers, choice } = chosen
  const { release, session, locale, horizon } = visit
  // Nobody would find it again under a question that is read anew each time.
  if (isRemembered) rememberChoice(session, asked, choice)
  const { tiles: kept, metrics } = dependencies
  const drawn = kept.draw(visit, surface, loaded, asked.drawing)
  const arrangement = arrangementOf(surface, drawn, release.brand.defaultLocale)
  const tiles = inOrder(arrangement, drawn)
  const expiresAt = expiryOf(
    tiles.map(({ staleAt }) => staleAt),
    surface,
    visit,
  )
  const head: HomeHead = {
    ...headOf(visit, surface, asked.surface),
    expiresAt: printInstant(expiresAt),
    etag: () =>
      etagOf(
        visit,
        tiles.map(({ digest }) => digest),
      ),
  }

  const texts = new Texts(asked.prefix)
  if (asked.fields.length === 0) texts.add('{')
  for (const field of asked.fields) {
    texts.add(field.prefix)
    if (field.part === 'text') texts.add(field.text)
    else if (field.part === 'head') texts.add(field.write(head))
    else if (field.part === 'theme') texts.add(themeText(surface.theme, field.write))
    else if (field.part === 'themes') texts.add(surface.themes.length === 0 ? '[]' : themeText(surface.themes, field.write))
    else if (field.part === 'layout') texts.add(arrangement.written(field.write, field.formFactor, locale))
    else addList(texts, field.drawing === asked.drawing ? tiles : inOrder(arrangement, kept.draw(visit, surface, loaded, field.drawing)))
  }
  texts.add('}')
  metrics.homeDuration.timer(release.brand.id).observe((performance.now() - begun) / 1_000)
  const until = drawn.reduce((soonest, tile) => Math.min(soonest, tile.until), Math.min(horizon.until, expiresAt))
  return { texts: texts.all(), release: release.serial, basis: answers.basis(), until, counters: drawn.map(({ counter }) => counter) }
}

function addList(texts: Texts, tiles: readonly Tile[]): void {
  let separator = '['
  for (const { text } of tiles) {
    texts.add(separator)
    texts.add(text ?? 'null')
    separator = ','
  }
  texts.add(tiles.length === 0 ? '[]' : ']')
}

/** Texts of which those that follow each other are one: each that is written on its own costs as much as some hundred characters. */
class Texts {
  private readonly before: Text[] = []
  private last: string

  constructor(first: string) {
    this.last = first
  }

  add(text: Text): void {
    if (typeof text === 'string') this.last += text
    else {
      this.before.push(this.last, text)
      this.last = ''
    }
  }

  all(): Text[] {
    this.before.push(this.last)
    return this.before
  }
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
