import { faultsOf, type GuideFault, type GuideFaultCode } from '@mosaic/schemas/guides'
import type { Guide, GuideStep, ReleaseBody } from '@mosaic/schemas/release'
import { error, inDocument, warning, type PublishIssue } from '../issues.ts'
import { languageNames, missingTexts } from './texts.ts'

type Words = readonly [it: string, en: string]

/** Whether every guide leads those who walk it to an end, whatever they answer and whatever is found out about them. */
export function checkGuides({ guides, brand }: ReleaseBody): PublishIssue[] {
  return guides.flatMap((guide, index) => [
    ...checkTexts(guide, index, brand.locales),
    ...checkWords(guide, index),
    ...checkWays(guide, index),
  ])
}

function checkTexts({ id, name, title, steps }: Guide, index: number, locales: ReleaseBody['brand']['locales']): PublishIssue[] {
  const at = (...way: (string | number)[]) => inDocument('guides', index, id, ...way)
  return [
    ...missingTexts(locales, title, name, { it: 'Titolo', en: 'Title' }, (locale) => at('title', locale)),
    ...steps.flatMap((step, number) => [
      ...missingTexts(locales, step.title, name, { it: `Passo ${number + 1}`, en: `Step ${number + 1}` }, (locale) =>
        at('steps', number, 'title', locale),
      ),
      ...halfWritten(step, locales).map((locale) =>
        error(
          'text-missing',
          at('steps', number, 'text', locale),
          `«${name}»: manca la spiegazione ${languageNames[locale].it} del passo ${number + 1}.`,
          `"${name}": the explanation of step ${number + 1} is missing ${languageNames[locale].en}.`,
        ),
      ),
      ...(step.answers ?? []).flatMap(({ text }, place) =>
        missingTexts(
          locales,
          text,
          name,
          { it: `Passo ${number + 1}, risposta ${place + 1}`, en: `Step ${number + 1}, answer ${place + 1}` },
          (locale) => at('steps', number, 'answers', place, 'text', locale),
        ),
      ),
    ]),
  ]
}

/** An explanation may be left out, but not in one language alone. */
function halfWritten({ text }: GuideStep, locales: ReleaseBody['brand']['locales']) {
  const missing = locales.filter((locale) => !text?.[locale]?.trim())
  return missing.length === locales.length ? [] : missing
}

function checkWords({ id, name, words }: Guide, index: number): PublishIssue[] {
  if (words.length > 0) return []
  return [
    warning(
      'guide-no-words',
      inDocument('guides', index, id, 'words'),
      `«${name}»: mancano le parole dei clienti, l’operatore la troverà solo dal titolo. Aggiungine qualcuna.`,
      `"${name}": what customers say is missing, agents will find it by its title alone. Add some words.`,
    ),
  ]
}

const faultWords: Record<GuideFaultCode, (it: string, en: string) => Words> = {
  unreached: (it, en) => [`nessuno arriva a «${it}». Collegalo o toglilo.`, `nobody gets to "${en}". Link it, or remove it.`],
  nowhere: (it, en) => [
    `in «${it}» c’è una strada che non porta a nessun passo. Scegli dove porta.`,
    `in "${en}" there is a way that leads to no step. Choose where it leads.`,
  ],
  noUnknown: (it, en) => [
    `«${it}» non dice dove andare quando non lo sappiamo. Scegli un passo: i sistemi possono non rispondere.`,
    `"${en}" does not say where to go when we do not know. Choose a step: systems may not answer.`,
  ],
  noTrigger: (it, en) => [`«${it}» non controlla niente. Scegli una regola.`, `"${en}" checks nothing. Choose a trigger.`],
  circle: (it, en) => [
    `da «${it}» si gira in tondo, senza arrivare mai a una fine. Porta una strada verso una conclusione.`,
    `from "${en}" one goes round in circles and never gets to an end. Lead one way to an outcome.`,
  ],
  noOutcome: (it, en) => [
    `«${it}» non dice come va a finire. Scegli una conclusione.`,
    `"${en}" does not say how it ends. Choose an outcome.`,
  ],
  noTarget: (it, en) => [
    `«${it}» non dice dove farlo. Scegli una destinazione.`,
    `"${en}" does not say where it is done. Choose a target.`,
  ],
}

function checkWays({ id, name, steps }: Guide, index: number): PublishIssue[] {
  return faultsOf({ steps }).flatMap((fault) => {
    if (isDangling(fault, steps)) return []
    const step = fault.step === undefined ? undefined : steps[fault.step]
    const rest = fault.field.split('/').slice(1)
    const place = inDocument('guides', index, id, 'steps', ...(fault.step === undefined ? [] : [fault.step]), ...rest)
    const number = (fault.step ?? 0) + 1
    const [it, en] = step
      ? faultWords[fault.code](step.title.it || `passo ${number}`, step.title.en || `step ${number}`)
      : (['nessun passo è una conclusione. Aggiungine una.', 'no step is an outcome. Add one.'] as const)
    const say = fault.code === 'unreached' ? warning : error
    return say(`guide-${codes[fault.code]}`, place, `«${name}»: ${it}`, `"${name}": ${en}`)
  })
}

const codes: Record<GuideFaultCode, string> = {
  unreached: 'unreached',
  nowhere: 'nowhere',
  noUnknown: 'no-unknown',
  noTrigger: 'no-check',
  circle: 'circle',
  noOutcome: 'no-outcome',
  noTarget: 'no-target',
}

/** A way to a step that is not there any more is said by the check of references, with the name of the step. */
function isDangling({ step, field }: GuideFault, steps: readonly GuideStep[]): boolean {
  const own = step === undefined ? undefined : steps[step]
  const answer = /^\/answers\/(\d+)\/to$/.exec(field)
  if (answer) return Boolean(own?.answers?.[Number(answer[1])]?.to)
  const way = field.slice(1)
  return (way === 'whenTrue' || way === 'whenFalse' || way === 'whenUnknown') && own?.[way] !== undefined
}
