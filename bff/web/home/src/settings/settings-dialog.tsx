import type { Locale } from '@mosaic/schemas/text'
import { Icon } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import type { Appearance } from '../theme/theme.ts'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'

const languageNames: Record<Locale, string> = { it: 'Italiano', en: 'English' }

/** Who is signed in, and what this device should look and speak like. */
export function SettingsDialog({ name, onSignOut, onClose }: { name: string | undefined; onSignOut: () => void; onClose: () => void }) {
  const { appearance, setAppearance } = useApp()
  const texts = useMessages()
  const schemes: { value: Appearance['scheme']; label: string }[] = [
    { value: 'system', label: texts.appearanceSystem },
    { value: 'light', label: texts.appearanceLight },
    { value: 'dark', label: texts.appearanceDark },
  ]
  const contrasts: { value: Appearance['contrast']; label: string }[] = [
    { value: 'system', label: texts.contrastSystem },
    { value: 'standard', label: texts.contrastStandard },
    { value: 'more', label: texts.contrastMore },
  ]
  return (
    <Dialog title={texts.appSettings} onClose={onClose} hasClose className="dialog-settings">
      {name && (
        <p className="settings-who">
          <Avatar name={name} />
          {name}
        </p>
      )}
      <LanguageChoice />
      <Choice
        legend={texts.appearance}
        value={appearance.scheme}
        options={schemes}
        onChange={(scheme) => setAppearance({ ...appearance, scheme })}
      />
      <Choice
        legend={texts.contrast}
        value={appearance.contrast}
        options={contrasts}
        onChange={(contrast) => setAppearance({ ...appearance, contrast })}
      />
      <button type="button" className="action action-soft action-large" onClick={onSignOut}>
        <Icon name="signOut" />
        {texts.signOut}
      </button>
    </Dialog>
  )
}

/** The initials are drawn by the style sheet: decoration, not text that a voice command or a reader should meet. */
export function Avatar({ name }: { name: string }) {
  return <span className="avatar" data-initials={initials(name)} aria-hidden="true" />
}

/** The languages of the brand; nothing to choose when it speaks one. */
export function LanguageChoice({ isQuiet = false }: { isQuiet?: boolean }) {
  const { config, locale, setLocale } = useApp()
  const texts = useMessages()
  if (config.brand.locales.length < 2) return null
  const options = config.brand.locales.map((value) => ({ value, label: isQuiet ? value.toUpperCase() : languageNames[value], lang: value }))
  return <Choice legend={texts.language} value={locale} options={options} onChange={setLocale} isQuiet={isQuiet} />
}

/** "Giulia Rossi" → "GR"; one word gives one letter. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toLocaleUpperCase() ?? '').join('')
}
