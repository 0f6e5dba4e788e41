export * from './types.ts'
export * from './results.ts'
export * from './methods.ts'
export * from './policy.ts'
