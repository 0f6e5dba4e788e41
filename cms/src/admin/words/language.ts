'use client'
import { useTranslation } from '@payloadcms/ui'
import { wordsFor, type Words } from './words.ts'

/** The admin's words and language, as the signed-in person has chosen. For client components. */
export function useWords(): { words: Words; language: 'it' | 'en' } {
  const language = useTranslation().i18n.language === 'it' ? 'it' : 'en'
  return { words: wordsFor(language), language }
}
