import { checkPolicy, policyOf, type MethodName } from '../bss/index.ts'
import { isTimeZone } from '../rules/calendar.ts'
import { inWords, step } from './errors.ts'
import { checkCare } from './references-care.ts'
import { duplicates, idsOf, missing } from './reference-issues.ts'
import { checkRules } from './rules.ts'
import { compareVersions } from './versions.ts'
import { formFactors, gridColumns, type ReleaseBody, type ReleaseIssue, type Section, type Surface } from './types.ts'

/**
 * What is wrong between the parts of a body whose shapes are right: ids that stand twice, ids that lead nowhere, rules that do not pass
 * the check, sizes that do not fit, times that end before they begin. Empty when the release is whole.
 */
export function checkReferences(body: ReleaseBody): ReleaseIssue[] {
  return [
    ...checkBrand(body),
    ...duplicates('palettes.json', body.palettes, 'id'),
    ...duplicates('triggers.json', body.triggers, 'id'),
    ...duplicates('clusters.json', body.clusters, 'id'),
    ...duplicates('clusters.json', body.clusters, 'priority'),
    ...duplicates('surfaces.json', body.surfaces, 'id'),
    ...duplicates('contents.json', body.contents, 'id'),
    ...duplicates('media.json', body.media, 'id'),
    ...body.media.flatMap(({ crops = [] }, index) => duplicates('media.json', crops, 'ratio', `${step(index)}/crops`)),
    ...checkRules(body.triggers),
    ...checkClusters(body),
    ...checkSurfaces(body),
    ...checkContents(body),
    ...checkPolicies(body),
    ...checkCare(body),
  ]
}

function checkBrand({ brand, media }: ReleaseBody): ReleaseIssue[] {
  const file = 'brand.json'
  const issues = brand.logo === undefined ? [] : missing(file, '/logo', 'image', brand.logo, idsOf(media), 'media.json')
  if (!brand.locales.includes(brand.defaultLocale)) {
    const fix = 'Add the language to the brand, or choose another default.'
    issues.push({
      code: 'unknown-locale',
      file,
      path: '/defaultLocale',
      expected: `one of ${brand.locales.join(', ')}`,
      got: inWords(brand.defaultLocale),
      fix,
    })
  }
  if (!isTimeZone(brand.timeZone)) {
    const expected = 'an IANA time zone such as Europe/Rome'
    issues.push({ code: 'unknown-time-zone', file, path: '/timeZone', expected, got: inWords(brand.timeZone), fix: `Write ${expected}.` })
  }
  return [...issues, ...checkKillSwitches(brand)]
}

/** One that ends before it begins turns nothing off, and whoever set it believes that it does. */
function checkKillSwitches({ killSwitches = [] }: ReleaseBody['brand']): ReleaseIssue[] {
  return killSwitches.flatMap(({ from, until }, index) => {
    if (from === undefined || until === undefined || compareVersions(from, until) < 0) return []
    const path = `/killSwitches${step(index)}/until`
    const fix = 'Write a later version, or none.'
    return [{ code: 'reversed-versions', file: 'brand.json', path, expected: `a version after ${from}`, got: inWords(until), fix }]
  })
}

function checkClusters({ clusters, triggers, surfaces }: ReleaseBody): ReleaseIssue[] {
  const file = 'clusters.json'
  const triggerIds = idsOf(triggers)
  const homes = idsOf(surfaces.filter(({ type }) => type === 'home'))
  return clusters.flatMap(({ trigger, home }, index) => [
    ...(trigger === undefined ? [] : missing(file, `${step(index)}/trigger`, 'trigger', trigger, triggerIds, 'triggers.json')),
    ...missing(file, `${step(index)}/home`, 'surface of type home', home, homes, 'surfaces.json'),
  ])
}

function checkSurfaces({ surfaces, palettes, contents }: ReleaseBody): ReleaseIssue[] {
  const paletteIds = idsOf(palettes)
  const contentIds = idsOf(contents)
  return surfaces.flatMap((surface, index) => [
    ...missing('surfaces.json', `${step(index)}/palette`, 'palette', surface.palette, paletteIds, 'palettes.json'),
    ...duplicates('surfaces.json', surface.sections, 'id', `${step(index)}/sections`),
    ...surface.sections.flatMap((section, at) => checkSection(section, `${step(index)}/sections${step(at)}`, contentIds)),
    ...checkPlacedOnce(surface, step(index)),
  ])
}

function checkSection({ placements }: Section, path: string, contentIds: ReadonlySet<string>): ReleaseIssue[] {
  return placements.flatMap((placement, index) => {
    const place = `${path}/placements${step(index)}`
    const tooWide = formFactors.filter((form) => placement[form].columns > gridColumns[form])
    return [
      ...missing('surfaces.json', `${place}/content`, 'content', placement.content, contentIds, 'contents.json'),
      ...tooWide.map((form) => {
        const expected = `at most ${gridColumns[form]} columns`
        const got = inWords(placement[form].columns)
        return { code: 'too-wide', file: 'surfaces.json', path: `${place}/${form}/columns`, expected, got, fix: 'Make it narrower.' }
      }),
    ]
  })
}

/** Clients know a widget by its content, so a surface shows a content once. */
function checkPlacedOnce({ sections }: Surface, path: string): ReleaseIssue[] {
  const placed = new Map<string, string>()
  const issues: ReleaseIssue[] = []
  for (const [section, { placements }] of sections.entries()) {
    for (const [index, { content }] of placements.entries()) {
      const place = `${path}/sections/${section}/placements/${index}/content`
      const first = placed.get(content)
      if (first === undefined) placed.set(content, place)
      else {
        const got = `"${content}", which stands at ${first} already`
        issues.push({
          code: 'placed-twice',
          file: 'surfaces.json',
          path: place,
          expected: 'a content once per surface',
          got,
          fix: 'Remove one, or copy the content.',
        })
      }
    }
  }
  return issues
}

function checkContents({ contents, triggers, palettes }: ReleaseBody): ReleaseIssue[] {
  const file = 'contents.json'
  const triggerIds = idsOf(triggers)
  const paletteIds = idsOf(palettes)
  return contents.flatMap(({ trigger, palette, validFrom, validUntil }, index) => {
    const issues = trigger === undefined ? [] : missing(file, `${step(index)}/trigger`, 'trigger', trigger, triggerIds, 'triggers.json')
    if (palette !== undefined) issues.push(...missing(file, `${step(index)}/palette`, 'palette', palette, paletteIds, 'palettes.json'))
    if (validFrom !== undefined && validUntil !== undefined && Date.parse(validFrom) >= Date.parse(validUntil)) {
      const expected = `an instant after validFrom, ${validFrom}`
      issues.push({
        code: 'ends-before-start',
        file,
        path: `${step(index)}/validUntil`,
        expected,
        got: inWords(validUntil),
        fix: 'Move the end after the start.',
      })
    }
    return issues
  })
}

function checkPolicies({ policies }: ReleaseBody): ReleaseIssue[] {
  return Object.entries(policies).flatMap(([method, changes]) => {
    const name = method as MethodName
    return checkPolicy(name, policyOf(name, changes)).map(({ code, field, expected, got, fix }) => {
      return { code, file: 'policies.json', path: step(name) + step(field), expected, got: inWords(got), fix }
    })
  })
}
