/** For a field that is only a list column: it has no place in the form. */
export function Nothing() {
  return null
}
