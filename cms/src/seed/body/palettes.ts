import type { Palette } from '@mosaic/schemas/release'
import { aurora } from './palettes/aurora.ts'
import { bosco } from './palettes/bosco.ts'
import { notte } from './palettes/notte.ts'
import { tramonto } from './palettes/tramonto.ts'

export const palettes: Palette[] = [aurora, bosco, notte, tramonto]
