import { createWish } from '../ui/wish.ts'

/** What a call-back is to be about, with a walk through a guide that whoever calls is to know. */
export type WishedCall = { topic: string; run: string; line: string | undefined }

/** That a customer be called back: the part that books opens with it, and an agent books. */
export const bookWish = createWish<WishedCall>()
