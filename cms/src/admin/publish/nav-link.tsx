'use client'
import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { useWords } from '../words/language.ts'
import '../mosaic.css'

/** The way to the Publish page, above all collections. */
export function PublishNavLink() {
  const { words } = useWords()
  const isHere = usePathname() === '/admin/publish'
  return (
    <Link className="mosaic-nav-link" href="/admin/publish" aria-current={isHere ? 'page' : undefined} prefetch={false}>
      {words.reviewAndPublish}
    </Link>
  )
}
