import { methodNames, methods } from '@mosaic/schemas/bss'
import type { Policies } from '@mosaic/schemas/release'

/** Every method with its contract's own policy: operations find all the numbers in the CMS, ready to be changed. */
export const policies: Policies = Object.fromEntries(
  methodNames.map((name) => {
    const { keyParams, ...policy } = methods[name].policy
    // A list nobody has chosen anything from is empty in the CMS, and what is empty is left to the contract.
    return [name, { ...policy, ...(keyParams.length > 0 && { keyParams }) }]
  }),
)
