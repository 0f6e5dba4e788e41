/**
 * Moments that are kept by the hundred thousand, in milliseconds since this process began: up to 24 days from it such a number stands in the object that has it. A number as large as
 * epoch milliseconds are is an object of its own to V8.
 */
const began = Date.now()

/** @param moment in epoch milliseconds */
export function toSmall(moment: number): number {
  const small = moment - began
  // Until a function is compiled, what it reckons of large numbers stays an object, however small it is; what `|` gives never is one.
  const inPlace = small | 0
  return inPlace === small ? inPlace : small
}

/** In epoch milliseconds. */
export function fromSmall(small: number): number {
  return small + began
}
