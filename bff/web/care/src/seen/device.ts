import type { FormFactor } from '@mosaic/schemas/release'
import { clientVersion } from '../../../home/src/api/client.ts'

/** On what he looks: it decides which tiles there are and where they stand. */
export type SeenDevice = { platform: Platform; version: string; formFactor: FormFactor }
export type Platform = 'web' | 'ios' | 'android'

/** A telephone with the web app of today: what most callers hold. */
export const usualDevice: SeenDevice = { platform: 'web', version: clientVersion, formFactor: 'compact' }

/** How wide a page is on such a device, in CSS pixels. */
export const stageWidth: Record<FormFactor, number> = { compact: 390, medium: 820, expanded: 1280 }

/** The apps are for telephones and tablets. Pure. */
export function formFactorsOf(platform: Platform): readonly FormFactor[] {
  return platform === 'web' ? ['compact', 'medium', 'expanded'] : ['compact', 'medium']
}

/** Changes part of it; what does not go together gives way to what was chosen last. Pure. */
export function changeDevice(device: SeenDevice, part: Partial<SeenDevice>): SeenDevice {
  const next = { ...device, ...part }
  return formFactorsOf(next.platform).includes(next.formFactor) ? next : { ...next, formFactor: 'medium' }
}

/** Whether it looks like a version, such as 5.2 or 2.0.0. Pure. */
export function isVersion(text: string): boolean {
  return /^\d{1,6}(?:\.\d{1,6}){0,3}$/.test(text)
}
