/// <reference types="vite/client" />

/** Made by gallery-cases.ts while Vite builds; kinds.ts says what is in it: a declaration like this cannot name files beside it. */
declare module 'virtual:gallery' {
  export const kinds: readonly unknown[]
  export const loaders: Readonly<Record<string, () => Promise<unknown>>>
}
