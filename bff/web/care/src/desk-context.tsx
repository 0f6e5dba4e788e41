import { createContext, useContext } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import type { Notice } from '../../home/src/ui/notices.tsx'
import type { WithToken } from '../../home/src/auth/use-session.ts'

/** Who sits at the desk, as the server says. */
export type Staff = {
  id: string
  name: string
  roles: readonly string[]
  brand: string
  /** What is there to be drawn: sms, voiceMenu, callBacks, guides. */ can: readonly string[]
}

/** Asks the desk's server as the person at it: `document` is a text with one named operation. @throws ApiError */
export type Ask = <Data>(document: string, variables?: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<Data>

/** What every part of the desk may need. */
export type DeskContextValue = {
  staff: Staff
  /** The language of the desk; customers are spoken to in theirs. */
  locale: Locale
  ask: Ask
  /** For what is not asked in one go, such as a stream. */
  withToken: WithToken
  /** A word on how something went. */
  say: (text: string, tone?: Notice['tone']) => void
}

export const DeskContext = createContext<DeskContextValue | undefined>(undefined)

export function useDesk(): DeskContextValue {
  const value = useContext(DeskContext)
  if (!value) throw new Error('useDesk is used outside the desk')
  return value
}

/** The texts of one part in the language of the desk. */
export function useTexts<Texts>(messages: Record<Locale, Texts>): Texts {
  return messages[useDesk().locale]
}
