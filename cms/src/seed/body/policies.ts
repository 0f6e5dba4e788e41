import { methodNames, methods } from '@mosaic/schemas/bss'
import type { Policies } from '@mosaic/schemas/release'

/** Every method with its contract's own policy: operations find all the numbers in the CMS, ready to be changed. */
export const policies: Policies = Object.fromEntries(methodNames.map((name) => [name, { ...methods[name].policy }]))
