/** Makes a thing when it is first asked for, and gives the same ever after: for what is large, never changes and holds nothing of who asks. */
export function once<Thing>(make: () => Thing): () => Thing {
  let made: { thing: Thing } | undefined
  return () => (made ??= { thing: make() }).thing
}
