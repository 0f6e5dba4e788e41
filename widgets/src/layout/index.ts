export * from './place-tiles.ts'
