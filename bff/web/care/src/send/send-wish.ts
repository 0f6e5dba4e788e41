import { createWish } from '../ui/wish.ts'
import type { TargetChoice } from './types.ts'

/** That a customer be sent to a place: the part that sends picks it, and an agent sends it. */
export const sendWish = createWish<TargetChoice>()
