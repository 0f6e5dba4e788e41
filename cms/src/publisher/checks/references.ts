import { checkReferences, type ReleaseBody, type ReleaseIssue } from '@mosaic/schemas/release'
import { error, placeOf, type PublishIssue } from '../issues.ts'
import { careIssueWords, careReferences } from './care-references.ts'

/** Ids that stand twice or lead nowhere, sizes and times that cannot be: what every reader of the release would refuse. */
export function checkBodyReferences(body: ReleaseBody): PublishIssue[] {
  return checkReferences(body)
    .filter(({ file, path }) => !(file === 'triggers.json' && /^\/\d+\/rule/.test(path))) // said in words by checkTriggers
    .filter(({ file }) => file !== 'policies.json') // and by checkPolicies
    .map((issue) => {
      const place = placeOf(body, issue.file, issue.path)
      const name = nameOf(body, issue)
      const [it, en] = inWords(issue, place.subject.field, body)
      return error(issue.code, place, `«${name}»: ${it}`, `"${name}": ${en}`)
    })
}

const kindsOfReference: Record<string, readonly [it: string, en: string]> = {
  trigger: ['la regola', 'the trigger'],
  home: ['la home', 'the home'],
  palette: ['la tavolozza', 'the palette'],
  content: ['il contenuto', 'the content'],
  logo: ['l’immagine', 'the image'],
  ...careReferences,
}

function inWords({ code, path, got, expected, fix }: ReleaseIssue, field: string, body: ReleaseBody): readonly [it: string, en: string] {
  switch (code) {
    case 'dangling-reference': {
      const [it, en] = kindsOfReference[field.split('.').at(-1) ?? ''] ?? ['il documento', 'the document']
      return [
        `${it} ${got} non esiste o non è pubblicabile qui. Scegline un’altra voce dall’elenco.`,
        `${en} ${got} does not exist, or cannot stand here. Choose another one.`,
      ]
    }
    case 'duplicate-id':
      return [
        `un altro documento ha lo stesso identificativo (${got}). Cambiane uno.`,
        `another document has the same id (${got}). Change one of them.`,
      ]
    case 'duplicate-priority': {
      const own = body.clusters[Number(path.split('/')[1])]
      const other = body.clusters.find((cluster) => cluster.priority === own?.priority)
      return [
        `ha la stessa priorità (${own?.priority}) di «${other?.name}». Decidi quale cluster viene prima.`,
        `it has the same priority (${own?.priority}) as "${other?.name}". Decide which cluster comes first.`,
      ]
    }
    case 'too-wide':
      return [
        `un widget è più largo della griglia (${got} colonne). Riducilo.`,
        `a widget is wider than the grid (${got} columns). Make it narrower.`,
      ]
    case 'placed-twice':
      return [
        'lo stesso contenuto compare due volte. Toglilo una volta, o fanne una copia.',
        'the same content stands there twice. Remove one, or make a copy.',
      ]
    case 'ends-before-start':
      return [
        'la validità finisce prima di cominciare. Sposta la fine dopo l’inizio.',
        'its validity ends before it starts. Move the end after the start.',
      ]
    case 'unknown-locale':
      return [
        'la lingua principale non è fra quelle del marchio. Aggiungila, o scegline un’altra.',
        'the default language is not among the brand’s. Add it, or choose another.',
      ]
    case 'reversed-versions':
      return [
        `la disattivazione di un widget finisce prima di cominciare (${got}). Scrivi una versione successiva, o nessuna.`,
        `a widget is switched off until before it is (${got}). Write a later version, or none.`,
      ]
    case 'unknown-time-zone':
      return [
        `il fuso orario ${got} non esiste. Scrivine uno come Europe/Rome.`,
        `there is no time zone ${got}. Write one such as Europe/Rome.`,
      ]
    default: {
      const known = careIssueWords(code, field, got)
      if (known) return known
      return [`non va bene (${code}): trovato ${got}, atteso ${expected}.`, `expected ${expected}, got ${got}. ${fix}`]
    }
  }
}

function nameOf(body: ReleaseBody, { file, path }: ReleaseIssue): string {
  const { collection, id } = placeOf(body, file, path).subject
  if (collection === 'brands') return body.brand.name
  if (collection === 'policies' || collection === 'media') return id
  return body[collection].find((document) => document.id === id)?.name ?? id
}
