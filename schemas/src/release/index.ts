export * from './format.ts'
export { createSigningKeys, sha256, signManifest, verifyManifest } from './signing.ts'
