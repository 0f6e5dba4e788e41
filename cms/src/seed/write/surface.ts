import { formFactors, type Placement, type Surface } from '@mosaic/schemas/release'
import { idFrom, textIn, type Fields, type IdOf, type Locale, type Written } from './rows.ts'

/** The document of a page, in one language. */
export function surfaceFields(surface: Surface, locale: Locale, before: Written | undefined, idOf: IdOf): Fields {
  const { type, name, title, palette, commerceFirst } = surface
  return {
    type,
    name,
    title: textIn(title, locale),
    palette: idOf('palettes', palette),
    commerceFirst: commerceFirst === true,
    sections: surface.sections.map((section, index) => {
      const row = before?.sections?.[index]
      return {
        ...idFrom(row),
        slug: section.id,
        title: textIn(section.title, locale),
        scroll: section.scroll,
        placements: section.placements.map((placement, place) => ({
          ...idFrom(row?.placements?.[place]),
          ...placementFields(placement, idOf),
        })),
      }
    }),
  }
}

function placementFields(placement: Placement, idOf: IdOf): Fields {
  return { content: idOf('contents', placement.content), ...Object.fromEntries(formFactors.map((factor) => [factor, placement[factor]])) }
}
