'use client'
import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { useWords } from '../words/language.ts'
import '../mosaic.css'

/** The same way, on every page: the navigation may be folded away. */
export function HeaderLink() {
  const { words } = useWords()
  const isHere = usePathname() === '/admin/publish'
  if (isHere) return null
  return (
    <Link className="mosaic-header-link" href="/admin/publish" prefetch={false}>
      {words.publish}…
    </Link>
  )
}

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
