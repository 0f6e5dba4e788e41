import { methods, type MethodResult, type ReadMethodName } from '@mosaic/schemas/bss'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { contentSchema, type FieldValues, type Fields } from './fields.ts'

type Check = (value: unknown) => boolean

/** Compiled on first use: a release rarely needs all of them. */
const resultChecks = new Map<ReadMethodName, Check>()
const fieldChecks = new WeakMap<Fields, Check>()

/**
 * Values that have passed. A cached answer is shared by thousands of homes and never mutated, so each object is looked at once; the method is
 * kept beside it because the same object may satisfy one contract and not another.
 */
const passed = new WeakMap<object, ReadMethodName | Fields>()

/** Whether a value is what the method's contract says it answers. */
export function isResultOf<Name extends ReadMethodName>(method: Name, value: unknown): value is MethodResult<Name> {
  let check = resultChecks.get(method)
  if (!check) resultChecks.set(method, (check = compile(methods[method].result)))
  return checkOnce(value, method, check)
}

/** Whether the published fields of a content are what its kind describes. */
export function areFieldsOf<F extends Fields>(fields: F, value: unknown): value is FieldValues<F> {
  let check = fieldChecks.get(fields)
  if (!check) fieldChecks.set(fields, (check = compile(contentSchema(fields))))
  return checkOnce(value, fields, check)
}

function checkOnce(value: unknown, contract: ReadMethodName | Fields, check: Check): boolean {
  if (typeof value !== 'object' || value === null) return check(value)
  if (passed.get(value) === contract) return true
  if (!check(value)) return false
  passed.set(value, contract)
  return true
}

function compile(schema: TSchema): Check {
  const validator = Compile(schema)
  return (value) => validator.Check(value)
}
