/** A text that has been put together is a chain of its pieces, which whoever uses it goes through each time: for one that is kept, this is the same as one. */
export function inOnePiece(text: string): string {
  return Buffer.from(text).toString()
}
