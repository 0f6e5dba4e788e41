/**
 * Moments that are kept by the hundred thousand, in milliseconds since this process began: up to 24 days from it such a number stands in the object that has it. A number as large as
 * epoch milliseconds are is an object of its own to V8.
 */
const began = Date.now()

/** @param moment in epoch milliseconds */
export function toSmall(moment: number): number {
  return moment - began
}

/** In epoch milliseconds. */
export function fromSmall(small: number): number {
  return small + began
}
