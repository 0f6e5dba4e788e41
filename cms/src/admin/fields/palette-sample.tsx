'use client'
import { useConfig, useFormFields } from '@payloadcms/ui'
import { colorSchemes, tones, type ColorScheme, type ColorTokenName, type Tone } from '@mosaic/schemas/release'
import { useEffect, useState } from 'react'
import { neededContrast, schemeNames } from '../../publisher/checks/contrast.ts'
import { useWords } from '../words/language.ts'
import { tileColors, tileContrast } from './tile-contrast.ts'
import './color.css'

type Colors = Partial<Record<ColorTokenName, string>>
type Palette = Partial<Record<ColorScheme, Colors>>

/** What a content's own palette makes of its tile: in each scheme the colours, and how well the worst of its texts reads. */
export function PaletteSample() {
  const { words, language } = useWords()
  const chosen = useFormFields(([fields]) => fields['palette']?.value)
  const toneValue = useFormFields(([fields]) => fields['tone']?.value)
  const tone = tones.find((each) => each === toneValue) ?? 'neutral'
  const { palette, hasFailed } = usePalette(typeof chosen === 'string' || typeof chosen === 'number' ? String(chosen) : '')
  if (hasFailed) return <p className="mosaic-sample">{words.paletteFailed}</p>
  if (!palette) return undefined
  return (
    <ul className="mosaic-sample" aria-label={words.paletteSample}>
      {colorSchemes.map((scheme) => (
        <li key={scheme}>
          <Swatches colors={palette[scheme] ?? {}} tone={tone} />
          <span>{schemeNames[scheme][language]}</span>
          <Contrast colors={palette[scheme] ?? {}} tone={tone} scheme={scheme} />
        </li>
      ))}
    </ul>
  )
}

type SampleProps = { colors: Colors; tone: Tone }

function Swatches({ colors, tone }: SampleProps) {
  const { surface, onSurface } = tileColors(tone)
  return (
    <span className="mosaic-sample__tile" style={{ background: colors[surface], color: colors[onSurface] }} aria-hidden>
      Aa
      <span className="mosaic-swatches">
        {shown.map((token) => (
          <span key={token} style={{ background: colors[token] }} />
        ))}
      </span>
    </span>
  )
}
const shown = ['primary', 'accent', 'positive', 'warning', 'critical'] as const

function Contrast({ colors, tone, scheme }: SampleProps & { scheme: ColorScheme }) {
  const { words, language } = useWords()
  const contrast = tileContrast(colors, tone, scheme)
  if (!contrast) return undefined
  // Rounded down: 4.49 must not read as enough.
  const ratio = (Math.floor(contrast.ratio * 10) / 10).toLocaleString(language)
  return (
    <span className="mosaic-color__contrast" data-low={!contrast.isEnough}>
      {words.contrast(ratio)}
      {!contrast.isEnough && <strong>{words.contrastNeeded(neededContrast(scheme).toLocaleString(language))}</strong>}
    </span>
  )
}

/** The latest draft of a palette, as it is now: it may be another editor's work of this minute. */
function usePalette(id: string): { palette: Palette | undefined; hasFailed: boolean } {
  const { api } = useConfig().config.routes
  const [found, setFound] = useState<{ id: string; palette?: Palette }>({ id: '' })
  useEffect(() => {
    if (id === '') return
    const giveUp = new AbortController()
    fetch(`${api}/palettes/${encodeURIComponent(id)}?depth=0&draft=true`, { credentials: 'include', signal: giveUp.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        setFound({ id, palette: (await response.json()) as Palette })
      })
      .catch(() => {
        if (!giveUp.signal.aborted) setFound({ id })
      })
    return () => giveUp.abort()
  }, [api, id])
  const isFound = id !== '' && found.id === id
  return { palette: isFound ? found.palette : undefined, hasFailed: isFound && !found.palette }
}
