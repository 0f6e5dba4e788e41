import type { TSchema } from 'typebox'
import { inWords, mostIssues, ReleaseFormatError, valueAt } from './errors.ts'
import { checkReferences } from './references.ts'
import { checkRules } from './rules.ts'
import { fileNames, partOf } from './print.ts'
import { checkShape, shapes } from './shape.ts'
import {
  Current,
  formatVersion,
  laterFiles,
  Manifest,
  type Release,
  type ReleaseBody,
  type ReleaseFileName,
  type ReleaseIssue,
} from './types.ts'

/**
 * A release from the texts of its files: every shape right, every rule sound, every reference resolved.
 *
 * @throws ReleaseFormatError with the file, place, expectation and finding of each issue (up to 50); nothing else
 */
export function parseRelease(files: ReadonlyMap<string, string>, manifest: Manifest): Release {
  const issues: ReleaseIssue[] = []
  const parts = fileNames.map((file) => [partOf(file), readPart(file, files.get(file), issues)] as const)
  refuse(`Release ${manifest.number} of ${manifest.brand}`, issues)

  const body = Object.fromEntries(parts) as ReleaseBody
  issues.push(...checkReferences(body))
  if (body.brand.id !== manifest.brand) {
    const fix = 'Publish the release again under its own brand.'
    issues.push({
      code: 'other-brand',
      file: 'brand.json',
      path: '/id',
      expected: `the brand of the manifest, "${manifest.brand}"`,
      got: inWords(body.brand.id),
      fix,
    })
  }
  refuse(`Release ${manifest.number} of ${manifest.brand}`, issues)
  return { ...body, manifest }
}

/** The manifest of a release. Throws ReleaseFormatError, also for a format this version does not know. */
export function parseManifest(text: string): Manifest {
  return parseVersioned('manifest.json', text, Manifest) as Manifest
}

/** The pointer to the release that is live. Throws ReleaseFormatError, also for a format this version does not know. */
export function parseCurrent(text: string): Current {
  return parseVersioned('current.json', text, Current) as Current
}

function readPart(file: ReleaseFileName, text: string | undefined, issues: ReleaseIssue[]): unknown {
  if (text === undefined && laterFiles.has(file)) return []
  if (text === undefined) {
    issues.push({
      code: 'missing-file',
      file,
      path: '',
      expected: 'a file',
      got: 'nothing',
      fix: 'Publish again: the release is not whole.',
    })
    return undefined
  }
  const json = readJson(file, text, issues)
  if (!json) return undefined
  const found = checkShape(shapes[file], json.value, file)
  issues.push(...(found.length === 0 && file === 'triggers.json' ? checkRules(json.value as { rule: unknown }[]) : found))
  return json.value
}

function parseVersioned(file: string, text: string, schema: TSchema): unknown {
  const issues: ReleaseIssue[] = []
  const json = readJson(file, text, issues)
  refuse(file, issues)
  const format = valueAt(json?.value, '/format')
  if (typeof format === 'number' && format !== formatVersion) {
    const fix = 'Another version of Mosaic published this: run that version here, or publish again with this one.'
    issues.push({ code: 'unknown-format', file, path: '/format', expected: `format ${formatVersion}`, got: `format ${format}`, fix })
  } else {
    issues.push(...checkShape(schema, json?.value, file))
  }
  refuse(file, issues)
  return json?.value
}

function readJson(file: string, text: string, issues: ReleaseIssue[]): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const got = text.trim() === '' ? 'an empty file' : error instanceof Error ? error.message : String(error)
    issues.push({
      code: 'not-json',
      file,
      path: '',
      expected: 'JSON',
      got,
      fix: 'Publish again: the file was cut short or changed by hand.',
    })
    return undefined
  }
}

function refuse(what: string, issues: readonly ReleaseIssue[]): void {
  if (issues.length > 0) throw new ReleaseFormatError(what, issues.slice(0, mostIssues))
}
