import { useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { useMessages } from '../app-context.tsx'
import { moveBetween, type Move } from './follow.ts'
import type { GuideMark, GuideWalk } from './guide.ts'

type GuideTogetherProps = {
  walk: GuideWalk
  /** What this page has said last: what comes of it is no news. */
  own: GuideWalk | undefined
}

/** Who walks along, and what he has done for the customer: the page has just moved by itself, and this says why. */
export function GuideTogether({ walk, own }: GuideTogetherProps) {
  const texts = useMessages()
  const [seen, setSeen] = useState(walk)
  const [notice, setNotice] = useState<string>()
  if (seen !== walk) {
    setSeen(walk)
    const move = moveBetween(seen, walk)
    if (move) setNotice(walk === own ? undefined : wordsOf(move))
  }
  return (
    <div className="guide-together" role="status">
      {walk.helper && (
        <p className="guide-helper">
          <Icon name="people" />
          {texts.guideHelper(walk.helper)}
        </p>
      )}
      {notice !== undefined && <p>{notice}</p>}
    </div>
  )

  /** Another page of the customer’s own needs no words. */
  function wordsOf(move: Move<GuideMark>): string | undefined {
    if (move.type === 'back') return walk.helper ? texts.guideWentBack(walk.helper) : undefined
    const { helper, found } = move.mark
    return helper ? texts.guideAnsweredFor(helper, found.value) : undefined
  }
}
