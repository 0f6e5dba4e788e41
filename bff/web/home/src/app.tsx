import { useQuery } from '@tanstack/react-query'
import type { ColorScheme } from '@mosaic/schemas/release'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { fetchAppConfig, type AppConfig } from './app-config.ts'
import { AppContext, type AppContextValue } from './app-context.tsx'
import { useSession } from './auth/use-session.ts'
import { SignInPage } from './auth/sign-in-page.tsx'
import { useMediaQuery } from './device.ts'
import { HomePage } from './home/home-page.tsx'
import { GuidePage } from './guide/guide-page.tsx'
import { Helped } from './hand-over/helped.tsx'
import { linkPath } from './hand-over/link.ts'
import { OpenedPage } from './hand-over/opened-page.tsx'
import { GuestApp } from './hand-over/step-up/guest-app.tsx'
import type { Returned } from './hand-over/step-up/returned.ts'
import { useGuest } from './hand-over/step-up/use-guest.ts'
import { TakenPage } from './hand-over/taken-page.tsx'
import { messages } from './i18n/messages.ts'
import { MenuPage } from './menu/menu-page.tsx'
import { chooseLocale, loadPreferences, savePreferences } from './preferences.ts'
import { chooseScheme, themeProperties, type Theme } from './theme/theme.ts'
import { usePath } from './ui/navigation.ts'
import { NotFoundPage, StatePage } from './ui/state-page.tsx'

/** What the address said that the app was opened with, in memory alone: the token of a link, or what the mobile network has sent back. */
type OpenedBy = { linkToken: string | undefined; returned: Returned | undefined }

/** What happens before there is a home: the brand's configuration, the language, the colours, and who the customer is. */
export function App({ linkToken, returned }: OpenedBy) {
  const config = useQuery({ queryKey: ['app-config'], queryFn: fetchAppConfig, staleTime: Infinity, gcTime: Infinity, retry: 2 })
  const [preferences, setPreferences] = useState(() => loadPreferences(localStorage))
  useEffect(() => savePreferences(localStorage, preferences), [preferences])
  const scheme = useScheme(preferences.appearance)
  useColors(scheme, preferences.theme ?? config.data?.theme)

  const locale = chooseLocale(preferences.locale, navigator.languages, config.data?.brand ?? { locales: ['it', 'en'], defaultLocale: 'it' })
  useEffect(() => {
    document.documentElement.lang = locale
    if (config.data) document.title = config.data.brand.name
  }, [locale, config.data])

  const setTheme = useCallback(
    (theme: Theme) =>
      setPreferences((current) => (JSON.stringify(current.theme) === JSON.stringify(theme) ? current : { ...current, theme })),
    [],
  )
  const context = useMemo<AppContextValue | undefined>(
    () =>
      config.data && {
        config: config.data,
        locale,
        setLocale: (chosen) => setPreferences((current) => ({ ...current, locale: chosen })),
        appearance: preferences.appearance,
        setAppearance: (appearance) => setPreferences((current) => ({ ...current, appearance })),
        scheme,
        setTheme,
      },
    [config.data, locale, preferences.appearance, scheme, setTheme],
  )

  if (!context) {
    if (!config.isError) return <div className="splash" aria-hidden="true" />
    const texts = messages[locale]
    return (
      <StatePage
        icon="offline"
        title={texts.errorTitle}
        body={texts.configBody}
        action={{ label: texts.retry, run: () => void config.refetch() }}
      />
    )
  }
  return (
    <AppContext value={context}>
      <SignedInOrNot config={context.config} linkToken={linkToken} returned={returned} />
    </AppContext>
  )
}

function SignedInOrNot({ config, linkToken, returned }: OpenedBy & { config: AppConfig }) {
  const { state, signIn, signOut, withToken } = useSession(config)
  const guest = useGuest()
  const path = usePath()
  if (state.status === 'starting') return <div className="splash" aria-hidden="true" />
  const isLink = path === linkPath && config.care !== undefined
  if (state.status === 'signedOut') {
    const { proof } = guest
    if (proof && config.care) return <GuestApp guest={{ ...guest, proof }} onSignIn={signIn} />
    if (isLink) return <OpenedPage token={linkToken} returned={returned} onSignIn={signIn} onProven={guest.keep} />
    return <SignInPage notice={state.notice} onSignIn={signIn} />
  }
  return <Helped withToken={withToken}>{page()}</Helped>

  function page() {
    if (isLink) return <TakenPage token={linkToken} withToken={withToken} />
    const menu = config.care && menuPath.exec(path)
    if (menu) return <MenuPage key={path} node={menu[1]} withToken={withToken} />
    const guide = config.care && guidePath.exec(path)?.[1]
    if (guide) return <GuidePage key={guide} guide={guide} withToken={withToken} />
    const surface = path === '/' ? 'home' : surfacePath.exec(path)?.[1]
    if (!surface) return <NotFoundPage />
    // A key for each page: what was open or chosen on one means nothing on another.
    return <HomePage key={surface} surface={surface} withToken={withToken} onSignOut={signOut} />
  }
}

/** A landing page, as the links of published contents name it. */
const surfacePath = /^\/surface\/([a-z0-9][a-z0-9-]{0,63})$/

/** A screen of the voice menu, or its first. */
const menuPath = /^\/menu(?:\/([a-z0-9][a-z0-9_-]{0,199}))?\/?$/

/** A guide; behind `#` may stand the step to begin at. */
const guidePath = /^\/guide\/([a-z0-9][a-z0-9-]{0,63})\/?$/

/** The scheme the customer or the device wants. */
function useScheme(appearance: AppContextValue['appearance']): ColorScheme {
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)')
  const prefersMoreContrast = useMediaQuery('(prefers-contrast: more)')
  return chooseScheme(appearance, { prefersDark, prefersMoreContrast })
}

/** Draws the page in a theme. Through the CSSOM: a strict Content-Security-Policy allows no style attribute. */
function useColors(scheme: ColorScheme, theme: Theme | undefined): void {
  useEffect(() => {
    const root = document.documentElement
    root.dataset['scheme'] = scheme
    const properties = theme ? themeProperties(theme, scheme) : []
    for (const [property, value] of properties) root.style.setProperty(property, value)
    const background = getComputedStyle(root).getPropertyValue('--color-background').trim()
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', background)
    return () => {
      for (const [property] of properties) root.style.removeProperty(property)
    }
  }, [scheme, theme])
}
