import type { BrandCare } from '@mosaic/schemas/release'
import { list, present, texts, withoutEmpty, type Row } from './rows.ts'

/*
 * A brand's care as the CMS keeps it: the choices of a form are words, in the release they are numbers.
 */

/** What a document says of its brand's care; `undefined` when nobody has begun to write any: then there is no care desk. */
export function careOf(value: unknown): BrandCare | undefined {
  const row = withoutEmpty(value) as Partial<Row>
  const care = {
    smsSender: row.smsSender,
    linkOrigin: row.linkOrigin,
    hours: list(row.hours).map(hoursOf),
    holidays: texts(row.holidays),
    iosAppIds: texts(row.iosAppIds),
    androidApps: list(row.androidApps).map((app) => present({ package: app.package, fingerprints: texts(app.fingerprints) })),
    stores: withoutEmpty(row.stores),
  }
  if (Object.values(care).every((part) => !part || Object.keys(part).length === 0)) return undefined
  return present({ ...care, slotMinutes: Number(row.slotMinutes ?? 30) }) as BrandCare
}

/** The document that says so. */
export function careRowOf({ slotMinutes, hours, ...others }: BrandCare): Record<string, unknown> {
  return { ...others, slotMinutes: String(slotMinutes), hours: hours.map(({ day, ...times }) => ({ day: String(day), ...times })) }
}

function hoursOf({ day, from, until, capacity }: Row): Record<string, unknown> {
  return present({ day: day === undefined || day === null ? undefined : Number(day), from, until, capacity })
}
