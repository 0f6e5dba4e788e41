/** The package has no types of its own: library.ts says what it uses of it. */
declare module 'smpp' {
  const library: unknown
  export default library
}
