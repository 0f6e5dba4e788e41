import { methods, type MethodName, type Policy } from '@mosaic/schemas/bss'
import type { DefaultServerCellComponentProps } from 'payload'
import { policyValue } from '../../publisher/policy-words.ts'
import { policyChangesOf } from '../../reader/policy-row.ts'

/** A part of a policy in the list: the value that holds, paler where it is the factory's. */
export function PolicyCell({ rowData, field, i18n }: DefaultServerCellComponentProps) {
  const method: unknown = rowData?.method
  if (!rowData || typeof method !== 'string' || !Object.hasOwn(methods, method) || !('name' in field)) return <span>—</span>
  const name = field.name as keyof Policy
  const own = policyChangesOf(rowData)[name]
  const value = own ?? methods[method as MethodName].policy[name]
  return (
    <span className={own === undefined ? 'mosaic-quiet' : undefined}>{policyValue(name, value, i18n.language === 'it' ? 'it' : 'en')}</span>
  )
}
