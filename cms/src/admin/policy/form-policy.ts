'use client'
import { methods, Policy, type MethodName, type PolicyChanges } from '@mosaic/schemas/bss'
import { useAllFormFields } from '@payloadcms/ui'
import { boundsIssue } from '../../publisher/checks/policies.ts'
import { policyChangesOf } from '../../reader/policy-row.ts'

/** The policy as it stands in the form. */
export type FormPolicy = {
  method: MethodName | undefined
  /** The document of its brand. */
  brand: string | undefined
  /** What is filled in, less the numbers that cannot be: of those the form says so itself. */
  changes: PolicyChanges
}

export function useFormPolicy(): FormPolicy {
  const [fields] = useAllFormFields()
  const method = fields.method?.value
  const brand: unknown = fields.brand?.value
  const row = Object.fromEntries(Object.keys(Policy.properties).map((name) => [name, fields[name]?.value]))
  const isUsable = ([name, value]: [string, unknown]) => typeof value !== 'number' || !boundsIssue(name as keyof Policy, value)
  return {
    method: typeof method === 'string' && Object.hasOwn(methods, method) ? (method as MethodName) : undefined,
    brand: typeof brand === 'string' || typeof brand === 'number' ? String(brand) : undefined,
    changes: Object.fromEntries(Object.entries(policyChangesOf(row)).filter(isUsable)),
  }
}
