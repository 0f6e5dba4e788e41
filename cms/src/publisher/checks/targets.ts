import { fittingKinds, ownHome, type Content, type ReleaseBody, type Target } from '@mosaic/schemas/release'
import type { Clock, RuleGroup } from '@mosaic/schemas/rules'
import { segmentSeptets, sizeOfTemplate, templateFaults } from '@mosaic/schemas/sms'
import type { Locale } from '@mosaic/schemas/text'
import { error, inDocument, warning, type Place, type PublishIssue } from '../issues.ts'
import { killSwitchWords } from '../kill-switch-words.ts'
import { originToMeasure } from '../link-origin.ts'
import { canAllBeTrue } from './satisfiable.ts'
import { languageNames, missingTexts } from './texts.ts'

/** Whether each target leads somewhere, can be found, and fits one SMS. */
export function checkTargets(body: ReleaseBody, clock: Clock): PublishIssue[] {
  return body.targets.flatMap((target, index) => [
    ...checkTexts(body, target, index),
    ...checkWords(body, target, index),
    ...checkEnd(body, target, index, clock),
  ])
}

function checkTexts({ brand }: ReleaseBody, { id, name, title, sms }: Target, index: number): PublishIssue[] {
  const at = (field: 'title' | 'sms') => (locale: Locale) => inDocument('targets', index, id, field, locale)
  return [
    ...missingTexts(brand.locales, title, name, { it: 'Titolo', en: 'Title' }, at('title')),
    ...missingTexts(brand.locales, sms, name, { it: 'SMS', en: 'SMS' }, at('sms')),
    ...brand.locales.flatMap((locale) => {
      const template = sms[locale] ?? ''
      if (template.trim() === '') return []
      const language = languageNames[locale]
      return smsFaults(template, originToMeasure(brand.care)).map(([code, it, en]) =>
        error(code, at('sms')(locale), `«${name}»: l’SMS ${language.it} ${it}`, `"${name}": the SMS ${language.en} ${en}`),
      )
    }),
  ]
}

type SmsFault = readonly [code: string, it: string, en: string]

const templateWords: Record<ReturnType<typeof templateFaults>[number], SmsFault> = {
  noLink: ['sms-no-link', 'deve contenere {link} una volta. Inseriscilo.', 'must contain {link} once. Insert it.'],
  noCode: ['sms-no-code', 'deve contenere {code} una volta. Inseriscilo.', 'must contain {code} once. Insert it.'],
  strangeBrace: [
    'sms-strange-brace',
    'ha una graffa che non è né {link} né {code}. Toglila.',
    'has a brace that is neither {link} nor {code}. Remove it.',
  ],
}

function smsFaults(template: string, origin: string): SmsFault[] {
  const faults = templateFaults(template).map((fault) => templateWords[fault])
  const { septets, foreign } = sizeOfTemplate(template, origin)
  if (foreign.length > 0) {
    const signs = foreign.map((sign) => `«${sign}»`).join(', ')
    faults.push([
      'sms-foreign',
      `ha caratteri che un SMS non porta: ${signs}. Scrivili in altro modo: ' al posto di ’.`,
      `has characters that no SMS carries: ${signs}. Write them otherwise: ' instead of ’.`,
    ])
  }
  if (septets > segmentSeptets) {
    faults.push([
      'sms-too-long',
      `non sta in un messaggio: ${septets} caratteri con il link, al massimo ${segmentSeptets}. Accorcialo.`,
      `does not fit one message: ${septets} characters with the link, at most ${segmentSeptets}. Make it shorter.`,
    ])
  }
  // What stands beside it becomes a part of the address when it is tapped.
  if (/\S\{link\}|\{link\}\S/.test(template)) {
    faults.push([
      'sms-link-glued',
      'ha qualcosa attaccato a {link}, che finirebbe nell’indirizzo. Metti uno spazio prima e dopo.',
      'has something beside {link} that would become a part of the address. Put a blank before and after it.',
    ])
  }
  if (/https?:|www\./i.test(template)) {
    faults.push([
      'sms-other-link',
      'ha un altro indirizzo accanto al link: i clienti imparerebbero a fidarsi di qualunque SMS. Toglilo.',
      'has another address beside the link: customers would learn to trust any SMS. Remove it.',
    ])
  }
  return faults
}

/** Two targets that answer to the same words leave the choice to luck. */
function checkWords({ targets }: ReleaseBody, { id, name, words }: Target, index: number): PublishIssue[] {
  const place = inDocument('targets', index, id, 'words')
  if (words.length === 0) {
    return [
      warning(
        'target-no-words',
        place,
        `«${name}»: mancano le parole dei clienti, l’operatore la troverà solo dal titolo. Aggiungine qualcuna.`,
        `"${name}": what customers say is missing, agents will find it by its title alone. Add some words.`,
      ),
    ]
  }
  const own = new Set(words.map(folded))
  return targets.slice(0, index).flatMap((other) => {
    const shared = other.words.find((word) => own.has(folded(word)))
    if (shared === undefined) return []
    return warning(
      'target-same-words',
      place,
      `«${name}»: anche «${other.name}» risponde a «${shared}». Lascia la parola a una sola delle due.`,
      `"${name}": "${other.name}" answers to "${shared}" too. Leave the words to one of the two.`,
    )
  })
}

function folded(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

/** Where nobody can ever arrive, or not with every app. Broken references are said by the check of references. */
function checkEnd(body: ReleaseBody, target: Target, index: number, clock: Clock): PublishIssue[] {
  const { id, name, surface } = target
  const content = body.contents.find((one) => one.id === target.content)
  const at = (field: string) => inDocument('targets', index, id, field)
  const ruleOf = (trigger: string | undefined) => body.triggers.find((one) => one.id === trigger)?.rule
  const own = [ruleOf(target.trigger), ruleOf(content?.trigger)].filter((rule) => rule !== undefined)
  const homes = surface === ownHome ? homesFor(body, own, content, clock) : undefined

  if (!canAllBeTrue(own, clock) || homes?.holding.length === 0) {
    return [
      error(
        'target-dead-end',
        at(content ? 'content' : 'trigger'),
        `«${name}»: nessuno ci arriva, perché chi può riceverla non vede «${content?.name ?? name}». Cambia la regola o il widget.`,
        `"${name}": nobody gets there, because those who can be sent to it do not see "${content?.name ?? name}". Change the trigger or the widget.`,
      ),
    ]
  }
  return [
    ...(content ? [...checkKind(target, content, at('content')), ...checkContentOf(body, content, name, at('content'), clock.now)] : []),
    ...(homes && homes.lacking.length > 0
      ? [
          warning(
            'target-not-on-all-homes',
            at('content'),
            `«${name}»: «${content?.name}» manca in ${homes.lacking.length} home (${homes.lacking[0]}…): chi le ha arriva in cima alla sua. Meglio una pagina d’atterraggio.`,
            `"${name}": "${content?.name}" is missing on ${homes.lacking.length} homes (${homes.lacking[0]}…): whoever has one arrives at its top. A landing page is better.`,
          ),
        ]
      : []),
  ]
}

/** The clusters of those who may come whose home has the content, and the names of those whose home has not. */
function homesFor(body: ReleaseBody, own: readonly RuleGroup[], content: Content | undefined, clock: Clock) {
  const holding: string[] = []
  const lacking: string[] = []
  for (const cluster of body.clusters) {
    const rule = body.triggers.find(({ id }) => id === cluster.trigger)?.rule
    if (!canAllBeTrue(rule ? [...own, rule] : own, clock)) continue
    const home = body.surfaces.find(({ id }) => id === cluster.home)
    const isThere = !content || home?.sections.some(({ placements }) => placements.some((placed) => placed.content === content.id))
    ;(isThere ? holding : lacking).push(cluster.name)
  }
  return { holding, lacking }
}

function checkKind({ name, opens }: Target, content: Content, place: Place): PublishIssue[] {
  const fitting = fittingKinds[opens]
  if (!fitting || fitting.includes(content.kind)) return []
  return [
    error(
      'target-kind-unfit',
      place,
      `«${name}»: «${content.name}» non mostra ciò che si apre. Scegli un widget del tipo giusto.`,
      `"${name}": "${content.name}" does not show what is opened. Choose a widget of a fitting kind.`,
    ),
  ]
}

function checkContentOf(
  { brand }: ReleaseBody,
  { kind, name, validUntil }: Content,
  target: string,
  place: Place,
  now: Date,
): PublishIssue[] {
  const off = (brand.killSwitches ?? []).filter((one) => one.kind === kind && one.from === undefined && one.until === undefined)
  return [
    ...(validUntil !== undefined && Date.parse(validUntil) <= now.getTime()
      ? [
          error(
            'target-over',
            place,
            `«${target}»: non porta più a niente, la validità di «${name}» è finita. Prolungala o scegli un altro widget.`,
            `"${target}": it leads nowhere any more, the validity of "${name}" is over. Extend it, or choose another widget.`,
          ),
        ]
      : []),
    ...off.map((one) => {
      const { where } = killSwitchWords(one)
      return warning(
        'target-switched-off',
        place,
        `«${target}»: il widget «${name}» è disattivato ${where.it}: lì lo si vede in forma più semplice.`,
        `"${target}": the widget "${name}" is switched off ${where.en}: there it has a simpler form.`,
      )
    }),
  ]
}
