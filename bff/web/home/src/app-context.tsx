import { createContext, useContext } from 'react'
import type { ColorScheme } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import type { AppConfig } from './app-config.ts'
import { messages, type Messages } from './i18n/messages.ts'
import type { Appearance, Theme } from './theme/theme.ts'

/** What every part of the app may need: the brand, the language, and the choices of this device. */
export type AppContextValue = {
  config: AppConfig
  locale: Locale
  setLocale: (locale: Locale) => void
  appearance: Appearance
  setAppearance: (appearance: Appearance) => void
  /** What is drawn in now: the customer's choice, or the device's. */
  scheme: ColorScheme
  /** The brand's colours, as the home brings them; remembered for the next start. */
  setTheme: (theme: Theme) => void
}

export const AppContext = createContext<AppContextValue | undefined>(undefined)

export function useApp(): AppContextValue {
  const value = useContext(AppContext)
  if (!value) throw new Error('useApp is used outside the app')
  return value
}

export function useMessages(): Messages {
  return messages[useApp().locale]
}
