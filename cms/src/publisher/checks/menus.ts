import type { Menu, ReleaseBody } from '@mosaic/schemas/release'
import { error, inDocument, warning, type PublishIssue } from '../issues.ts'
import { endlessNodes, hasComplaints, unreachedNodes } from '../menu-tree.ts'
import { missingTexts } from './texts.ts'

/** Whether every voice menu leads those who hear it somewhere. */
export function checkMenus({ menus, brand }: ReleaseBody): PublishIssue[] {
  return menus.flatMap((menu, index) => [
    ...checkTexts(menu, index, brand.locales),
    ...checkNumbers(menu, index),
    ...checkWays(menu, index),
    ...checkComplaints(menu, index),
  ])
}

function checkTexts({ id, name, nodes }: Menu, index: number, locales: ReleaseBody['brand']['locales']): PublishIssue[] {
  return nodes.flatMap((node, at) => [
    ...missingTexts(locales, node.title, name, { it: 'Titolo del livello', en: 'Title of the level' }, (locale) =>
      inDocument('menus', index, id, 'nodes', at, 'title', locale),
    ),
    ...node.options.flatMap(({ key, text }, place) =>
      missingTexts(locales, text, name, { it: `Voce ${key}`, en: `Option ${key}` }, (locale) =>
        inDocument('menus', index, id, 'nodes', at, 'options', place, 'text', locale),
      ),
    ),
  ])
}

function checkNumbers({ id, name, numbers }: Menu, index: number): PublishIssue[] {
  if (numbers.length > 0) return []
  return [
    warning(
      'menu-no-number',
      inDocument('menus', index, id, 'numbers'),
      `«${name}»: nessun numero porta a questo menu. Aggiungi quello che i clienti chiamano.`,
      `"${name}": no number leads to this menu. Add the one that customers call.`,
    ),
  ]
}

function checkWays({ id, name, nodes }: Menu, index: number): PublishIssue[] {
  const [endless, unreached] = [endlessNodes(nodes), unreachedNodes(nodes)]
  return nodes.flatMap((node, at) => {
    const place = inDocument('menus', index, id, 'nodes', at)
    const title = node.title.it ?? node.id
    const english = node.title.en ?? node.id
    if (endless.has(node.id)) {
      return error(
        'menu-no-end',
        place,
        `«${name}»: da «${title}» non si arriva mai a una fine, si gira in tondo. Aggiungi una destinazione o la richiamata.`,
        `"${name}": from "${english}" no option ever ends, one goes round in circles. Add a target or a call-back.`,
      )
    }
    if (!unreached.has(node.id)) return []
    return warning(
      'menu-unreached',
      place,
      `«${name}»: nessuna voce porta a «${title}». Collegalo o toglilo.`,
      `"${name}": no option leads to "${english}". Link it, or remove it.`,
    )
  })
}

function checkComplaints({ id, name, nodes }: Menu, index: number): PublishIssue[] {
  const [first] = nodes
  if (!first || hasComplaints(first)) return []
  return [
    warning(
      'menu-no-complaints',
      inDocument('menus', index, id, 'nodes', 0, 'options'),
      `«${name}»: al primo livello manca una voce per i reclami, che l’AGCOM vuole lì. Aggiungila.`,
      `"${name}": the first level has no option for complaints, where AGCOM wants it. Add one.`,
    ),
  ]
}
