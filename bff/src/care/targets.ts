import type { Target } from '@mosaic/schemas/release'
import type { CompiledRelease } from '../release/compile.ts'

/**
 * The targets that answer to what a customer says, best first; those that are used most first where they answer equally well, and where nothing is said yet that
 * tells them apart. Pure.
 *
 * @param uses how often each was sent lately, by id
 */
export function findTargets(release: Pick<CompiledRelease, 'care'>, said: string, uses: ReadonlyMap<string, number>): readonly Target[] {
  const targets = [...release.care.targets.values()].map(({ target }) => target)
  return findSaid(targets, said, ({ id }) => uses.get(id) ?? 0)
}

/** The same among anything that has a title and the words customers say for it. Pure. */
export function findSaid<Item extends Findable>(items: readonly Item[], said: string, usesOf: (item: Item) => number = () => 0): Item[] {
  const wanted = stemsOf(said)
  const found = items
    .map((item) => ({ item, score: wanted.length === 0 ? 0 : scoreOf(termsOf(item), wanted), uses: usesOf(item) }))
    .filter(({ score }) => wanted.length === 0 || score > 0)
    .sort((one, other) => other.score - one.score || other.uses - one.uses || collator.compare(one.item.name, other.item.name))
  return found.map(({ item }) => item)
}

/** What a target is filled in with for a customer before it can be sent. */
export function wantedOf({ opens }: Pick<Target, 'opens'>): 'bill' | 'option' | undefined {
  return opens === 'bill' || opens === 'option' ? opens : undefined
}

/** How much a word is worth: that a title has it, that customers say it, that everything said is there, that it is said just so. */
const worth = { title: 3, words: 2, all: 5, phrase: 4 }

type Findable = Pick<Target, 'name' | 'title' | 'words'>
type Terms = { title: readonly string[]; phrases: readonly (readonly string[])[] }

/** Releases are read-only: what was worked out for one holds as long as it lives. */
const known = new WeakMap<Findable, Terms>()

function termsOf(item: Findable): Terms {
  const own = known.get(item)
  if (own) return own
  const terms = {
    title: [item.name, ...Object.values(item.title)].flatMap(stemsOf),
    phrases: item.words.map(stemsOf).filter((phrase) => phrase.length > 0),
  }
  known.set(item, terms)
  return terms
}

function scoreOf({ title, phrases }: Terms, wanted: readonly string[]): number {
  let score = 0
  let matched = 0
  for (const stem of wanted) {
    const inTitle = title.some((one) => isSame(one, stem))
    const inWords = phrases.some((phrase) => phrase.some((one) => isSame(one, stem)))
    score += (inTitle ? worth.title : 0) + (inWords ? worth.words : 0)
    if (inTitle || inWords) matched++
  }
  if (matched === 0) return 0
  const isPhrase = phrases.some((phrase) => phrase.every((one) => wanted.some((stem) => isSame(one, stem))))
  return score + (matched === wanted.length ? worth.all : 0) + (isPhrase ? worth.phrase : 0)
}

/** The same word, or the beginning of it: it is asked for while it is typed, and words are bent. */
function isSame(one: string, stem: string): boolean {
  return one.startsWith(stem) || (one.length >= shortest && stem.startsWith(one))
}

const shortest = 3

/** The words of a text that mean something, without accents and endings: «fatture» and «fattura» are one, and so are "options" and "option". */
function stemsOf(text: string): string[] {
  // «Wi-Fi» is one word, however it is written; an apostrophe parts two.
  const parts = folded(text)
    .replaceAll('-', '')
    .split(/[^\p{L}\p{N}]+/u)
  return parts.filter((part) => part.length >= shortest && !small.has(part)).map(stemOf)
}

function stemOf(word: string): string {
  const single = word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  return single.length > shortest ? single.replace(/[aeiou]$/, '') : single
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** What is said with everything and tells nothing apart. */
const small: ReadonlySet<string> = new Set(
  `
    che chi con per del della delle dei degli dal dalla nel nella sul sulla alla allo gli una uno mio mia miei mie
    sono non come cosa questo questa quello vorrei voglio devo posso puo poi piu sempre anche stato ancora hanno
    the and for with you your this that have has had can cannot cant not does dont want would like please are was
    from get how what its still been
  `
    .trim()
    .split(/\s+/),
)

const collator = new Intl.Collator('it')
