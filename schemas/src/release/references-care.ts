import type { Target, TargetKind } from './care.ts'
import { inWords, step } from './errors.ts'
import { duplicates, idsOf, missing } from './reference-issues.ts'
import type { ReleaseBody, ReleaseIssue } from './types.ts'

/** Instead of the id of a page: the home of whoever comes, which is another for each cluster. */
export const ownHome = 'home'

export type TargetField = 'surface' | 'content' | 'guide' | 'step'

/** What each kind of target is opened by. All are needed but `step`: without it a guide begins where it begins. */
export const targetFields: Readonly<Record<TargetKind, readonly TargetField[]>> = {
  surface: ['surface'],
  widget: ['surface', 'content'],
  bill: ['surface', 'content'],
  option: ['surface', 'content'],
  payment: ['surface', 'content'],
  step: ['guide', 'step'],
}

/** The widget kinds that can show it; what is not here is shown by all. Asked of editors alone: a release may know more kinds than its reader. */
export const fittingKinds: Readonly<Partial<Record<TargetKind, readonly string[]>>> = {
  bill: ['bill', 'bills', 'charges', 'paymentDue'],
  option: ['options', 'optionCatalogue', 'offer', 'offers'],
  payment: ['paymentDue', 'bill', 'autoTopUp', 'topUp'],
}

/** What is wrong in what the care desk works with: its hours, the places it sends customers to, its menus and guides. */
export function checkCare(body: ReleaseBody): ReleaseIssue[] {
  return [
    ...checkHours(body),
    ...duplicates('targets.json', body.targets, 'id'),
    ...checkTargets(body),
    ...duplicates('menus.json', body.menus, 'id'),
    ...checkMenus(body),
    ...duplicates('guides.json', body.guides, 'id'),
    ...checkGuides(body),
  ]
}

function checkHours({ brand: { care } }: ReleaseBody): ReleaseIssue[] {
  const file = 'brand.json'
  const reversed = (care?.hours ?? []).flatMap(({ from, until }, index) => {
    if (from < until) return []
    const [path, expected] = [`/care/hours${step(index)}/until`, `a time after ${from}`]
    return [{ code: 'reversed-hours', file, path, expected, got: inWords(until), fix: 'Write a later time, or one row for each day.' }]
  })
  const unknown = (care?.holidays ?? []).flatMap((day, index) => {
    if (isDay(day)) return []
    const expected = 'a day of the calendar'
    return [{ code: 'no-such-day', file, path: `/care/holidays${step(index)}`, expected, got: inWords(day), fix: 'Correct the date.' }]
  })
  return [...reversed, ...unknown]
}

function checkTargets(body: ReleaseBody): ReleaseIssue[] {
  const triggers = idsOf(body.triggers)
  return body.targets.flatMap((target, index) => [
    ...checkFields(target, index),
    ...checkPlace(body, target, index),
    ...checkGuideStep(body, target, index),
    ...optional('targets.json', `${step(index)}/trigger`, 'trigger', target.trigger, triggers, 'triggers.json'),
  ])
}

function checkFields(target: Target, index: number): ReleaseIssue[] {
  const wants = targetFields[target.opens]
  return (['surface', 'content', 'guide', 'step'] as const).flatMap((name): ReleaseIssue[] => {
    const place = { file: 'targets.json', path: step(index) + step(name) }
    if (target[name] === undefined && wants.includes(name) && name !== 'step') {
      return [{ code: 'target-field-missing', ...place, expected: `what a target of kind ${target.opens} opens`, got: 'nothing', fix: `Choose a ${name}.` }] // prettier-ignore
    }
    if (target[name] === undefined || wants.includes(name)) return []
    return [{ code: 'target-field-strange', ...place, expected: `only ${wants.join(', ')}`, got: inWords(target[name]), fix: `Leave out the ${name}.` }] // prettier-ignore
  })
}

/** The page, and the content on it: on the home it is enough that some cluster's home has it. */
function checkPlace({ surfaces, contents }: ReleaseBody, { surface, content }: Target, index: number): ReleaseIssue[] {
  const file = 'targets.json'
  const landings = surfaces.filter(({ type }) => type === 'landing')
  const pages = surface === ownHome ? surfaces.filter(({ type }) => type === 'home') : landings.filter(({ id }) => id === surface)
  const issues =
    surface === ownHome ? [] : optional(file, `${step(index)}/surface`, 'landing page', surface, idsOf(landings), 'surfaces.json')
  const path = `${step(index)}/content`
  if (!contents.some(({ id }) => id === content))
    return [...issues, ...optional(file, path, 'content', content, idsOf(contents), 'contents.json')]

  const isThere = pages.some(({ sections }) => sections.some(({ placements }) => placements.some((placed) => placed.content === content)))
  if (pages.length > 0 && !isThere) {
    const expected = `a content that stands on "${surface}"`
    issues.push({ code: 'target-not-there', file, path, expected, got: inWords(content), fix: 'Place it there, or choose another.' })
  }
  return issues
}

function checkGuideStep({ guides }: ReleaseBody, target: Target, index: number): ReleaseIssue[] {
  const guide = guides.find(({ id }) => id === target.guide)
  if (!guide) return optional('targets.json', `${step(index)}/guide`, 'guide', target.guide, idsOf(guides), 'guides.json')
  return optional('targets.json', `${step(index)}/step`, 'step of the guide', target.step, idsOf(guide.steps), 'guides.json')
}

function checkMenus({ menus, targets }: ReleaseBody): ReleaseIssue[] {
  const file = 'menus.json'
  const targetIds = idsOf(targets)
  const takenNumbers = new Set<string>()
  return menus.flatMap(({ numbers, nodes }, index) => {
    const nodeIds = idsOf(nodes)
    const twice = numbers.flatMap((number, at) => {
      const isTaken = takenNumbers.has(number)
      takenNumbers.add(number)
      if (!isTaken) return []
      const path = `${step(index)}/numbers${step(at)}`
      return [
        { code: 'duplicate-number', file, path, expected: 'a number of one menu', got: inWords(number), fix: 'Leave it in one place.' },
      ]
    })
    const options = nodes.flatMap((node, at) => [
      ...duplicates(file, node.options, 'key', `${step(index)}/nodes${step(at)}/options`),
      ...node.options.flatMap((option, place) => {
        const path = `${step(index)}/nodes${step(at)}/options${step(place)}`
        const ends = [option.node, option.target, option.callBack].filter((end) => end !== undefined)
        const [expected, got] = ['one of node, target and callBack', ends.length === 0 ? 'none' : `${ends.length} of them`]
        return [
          ...(ends.length === 1 ? [] : [{ code: 'option-ends', file, path, expected, got, fix: 'Choose one place that it leads to.' }]),
          ...optional(file, `${path}/node`, 'node of the menu', option.node, nodeIds, 'menus.json'),
          ...optional(file, `${path}/target`, 'target', option.target, targetIds, 'targets.json'),
        ]
      }),
    ])
    return [...twice, ...duplicates(file, nodes, 'id', `${step(index)}/nodes`), ...options]
  })
}

function checkGuides({ guides, triggers, targets, media }: ReleaseBody): ReleaseIssue[] {
  const file = 'guides.json'
  const [triggerIds, targetIds, images] = [idsOf(triggers), idsOf(targets), idsOf(media)]
  return guides.flatMap(({ steps }, index) => {
    const own = idsOf(steps)
    const toStep = (path: string, id: string | undefined) => optional(file, path, 'step of the guide', id, own, 'guides.json')
    return [
      ...duplicates(file, steps, 'id', `${step(index)}/steps`),
      ...steps.flatMap(({ answers = [], trigger, whenTrue, whenFalse, whenUnknown, target, image }, at) => {
        const path = `${step(index)}/steps${step(at)}`
        return [
          ...duplicates(file, answers, 'id', `${path}/answers`),
          ...answers.flatMap(({ to }, place) => toStep(`${path}/answers${step(place)}/to`, to)),
          ...toStep(`${path}/whenTrue`, whenTrue),
          ...toStep(`${path}/whenFalse`, whenFalse),
          ...toStep(`${path}/whenUnknown`, whenUnknown),
          ...optional(file, `${path}/trigger`, 'trigger', trigger, triggerIds, 'triggers.json'),
          ...optional(file, `${path}/target`, 'target', target, targetIds, 'targets.json'),
          ...optional(file, `${path}/image`, 'image', image, images, 'media.json'),
        ]
      }),
    ]
  })
}

function optional(file: string, path: string, what: string, id: string | undefined, known: ReadonlySet<string>, where: string) {
  return id === undefined ? [] : missing(file, path, what, id, known, where)
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
