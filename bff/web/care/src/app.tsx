import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { parseAppConfig, type AppConfig } from '../../home/src/app-config.ts'
import { AppContext, type AppContextValue } from '../../home/src/app-context.tsx'
import { serverCodeOf } from '../../home/src/api/client.ts'
import { useMediaQuery } from '../../home/src/device.ts'
import { chooseLocale, loadPreferences, savePreferences } from '../../home/src/preferences.ts'
import { chooseScheme, themeProperties, type Theme } from '../../home/src/theme/theme.ts'
import { Notices, useNotice, type Notice } from '../../home/src/ui/notices.tsx'
import { StatePage } from '../../home/src/ui/state-page.tsx'
import type { ColorScheme } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import { askDesk } from './ask.ts'
import { SignInPage } from './auth/sign-in-page.tsx'
import { useStaffSession } from './auth/use-staff-session.ts'
import { DeskContext, type Ask, type DeskContextValue, type Staff } from './desk-context.tsx'
import { messages } from './i18n/messages.ts'
import { Routes } from './routes.tsx'
import { staffDocument } from './staff.graphql.ts'
import { Failed } from './ui/states.tsx'

/** How long the server may take to say how the desk is configured, in milliseconds. */
const configTimeoutMs = 8_000

/** What happens before there is a desk: its configuration, the language, the colours, and who sits at it. */
export function App() {
  const config = useQuery({ queryKey: ['care-config'], queryFn: fetchConfig, staleTime: Infinity, gcTime: Infinity, retry: 2 })
  const [preferences, setPreferences] = useState(() => loadPreferences(localStorage))
  useEffect(() => savePreferences(localStorage, preferences), [preferences])
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)')
  const prefersMoreContrast = useMediaQuery('(prefers-contrast: more)')
  const scheme = chooseScheme(preferences.appearance, { prefersDark, prefersMoreContrast })
  useColors(scheme, config.data?.theme)

  const locale = chooseLocale(preferences.locale, navigator.languages, config.data?.brand ?? { locales: ['it', 'en'], defaultLocale: 'it' })
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = [messages[locale].title, config.data?.brand.name].filter(Boolean).join(' · ')
  }, [locale, config.data])

  // The parts the desk shares with the home ask for it.
  const context = useMemo<AppContextValue | undefined>(
    () =>
      config.data && {
        config: config.data,
        locale,
        setLocale: (chosen) => setPreferences((current) => ({ ...current, locale: chosen })),
        appearance: preferences.appearance,
        setAppearance: (appearance) => setPreferences((current) => ({ ...current, appearance })),
        scheme,
        setTheme: () => {},
      },
    [config.data, locale, preferences.appearance, scheme],
  )
  const texts = messages[locale]
  if (!context) {
    if (!config.isError) return <div className="splash" aria-hidden="true" />
    const retry = { label: texts.retry, run: () => void config.refetch() }
    return <StatePage icon="offline" title={texts.errorTitle} body={texts.errorBody} action={retry} />
  }
  return (
    <AppContext value={context}>
      <SignedInOrNot key={context.config.issuer} config={context.config} locale={locale} />
    </AppContext>
  )
}

function SignedInOrNot({ config, locale }: { config: AppConfig; locale: AppContextValue['locale'] }) {
  const { state, signIn, signOut, withToken } = useStaffSession(config)
  const ask: Ask = useCallback(
    (document, variables = {}, signal) => withToken((accessToken) => askDesk(document, variables, { accessToken, locale }, signal)),
    [withToken, locale],
  )
  const { notice, say, close } = useNotice()
  useSpokenAnew(locale)
  const isSignedIn = state.status === 'signedIn'
  const staff = useQuery({
    queryKey: ['care', 'staff'],
    queryFn: ({ signal }) => ask<{ staff: Staff }>(staffDocument, {}, signal),
    enabled: isSignedIn,
    staleTime: Infinity,
  })
  const context = useMemo<DeskContextValue | undefined>(
    () =>
      staff.data && {
        staff: staff.data.staff,
        locale,
        ask,
        withToken,
        say: (value, tone: Notice['tone'] = 'neutral') => say({ text: { value, lang: locale }, tone }),
      },
    [staff.data, locale, ask, withToken, say],
  )
  const texts = messages[locale]
  if (state.status === 'starting') return <div className="splash" aria-hidden="true" />
  if (state.status === 'signedOut') return <SignInPage notice={state.notice} onSignIn={signIn} />
  if (!context) {
    if (!staff.isError) return <div className="splash" aria-busy="true" />
    const leave = { label: texts.signOut, run: signOut }
    if (serverCodeOf(staff.error) === 'FORBIDDEN')
      return <StatePage icon="shield" title={texts.noRoleTitle} body={texts.noRoleBody} action={leave} />
    return (
      <main className="state-page">
        <Failed locale={locale} level={1} retry={() => void staff.refetch()} />
      </main>
    )
  }
  return (
    <DeskContext value={context}>
      <Routes onSignOut={signOut} />
      <Notices notice={notice} onClose={close} />
    </DeskContext>
  )
}

/** Answers are in the language they were asked in: in another one they are asked anew. */
function useSpokenAnew(locale: Locale): void {
  const queryClient = useQueryClient()
  const before = useRef(locale)
  useEffect(() => {
    if (before.current === locale) return
    before.current = locale
    void queryClient.invalidateQueries({ queryKey: ['care'] })
  }, [locale, queryClient])
}

/** @throws MosaicError APP_CONFIG_INVALID, or whatever the network says */
async function fetchConfig(): Promise<AppConfig> {
  const response = await fetch('/care/config.json', { signal: AbortSignal.timeout(configTimeoutMs) })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return parseAppConfig(await response.json())
}

/** Draws the page in the brand's colours. Through the CSSOM: a strict Content-Security-Policy allows no style attribute. */
function useColors(scheme: ColorScheme, theme: Theme | undefined): void {
  useEffect(() => {
    const root = document.documentElement
    root.dataset['scheme'] = scheme
    const properties = theme ? themeProperties(theme, scheme) : []
    for (const [property, value] of properties) root.style.setProperty(property, value)
    return () => {
      for (const [property] of properties) root.style.removeProperty(property)
    }
  }, [scheme, theme])
}
