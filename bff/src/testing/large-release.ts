import type { Content, ReleaseBody } from '@mosaic/schemas/release'
import { all, content, releaseBody, rule, surface } from './release-body.ts'

/** The release of tests with so many contents more, on landing pages of thirty, each with one of as many rules as asked. */
export function largeRelease({ contents: contentCount, rules: ruleCount }: { contents: number; rules: number }): ReleaseBody {
  const { triggers, surfaces, contents, ...body } = releaseBody()
  const rules = Array.from({ length: ruleCount }, (_, index) => ({
    id: `rule-${index}`,
    name: `Rule ${index}`,
    rule: all(rule('balance.amount', '>', index), rule('line.payment', '=', 'hybrid')),
  }))
  const banners = Array.from({ length: contentCount }, (_, index): Content => {
    const headline = { it: `Titolo ${index}`, en: `Headline ${index}` }
    return { ...content(`banner-${index}`, 'banner', { headline }), trigger: `rule-${index % ruleCount}` }
  })
  const pages = Array.from({ length: Math.ceil(contentCount / perPage) }, (_, page) => {
    const placed = banners.slice(page * perPage, (page + 1) * perPage).map(({ id }) => id)
    return surface(`page-${page}`, placed, 'landing')
  })
  return { ...body, triggers: [...triggers, ...rules], surfaces: [...surfaces, ...pages], contents: [...contents, ...banners] }
}

const perPage = 30
