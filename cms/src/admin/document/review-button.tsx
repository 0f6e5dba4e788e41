'use client'
import { Button } from '@payloadcms/ui'
import { useWords } from '../words/language.ts'

/** In the place of Payload's Publish: a document never goes live by itself. */
export function ReviewButton() {
  const { words } = useWords()
  return (
    <Button el="link" to="/admin/publish" buttonStyle="primary" size="medium" className="mosaic-review">
      {words.reviewAndPublish}
    </Button>
  )
}
