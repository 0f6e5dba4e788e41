export * from './types.ts'
export * from './results.ts'
export * from './methods.ts'
