import { useState, type CSSProperties } from 'react'
import type { GuideStep } from './guide.ts'

/** What a step looks like; where the picture cannot be had, what it shows stands there in words: the question may be about it. */
export function GuidePicture({ image: { url, width, height, alt } }: { image: NonNullable<GuideStep['image']> }) {
  const [isMissing, setIsMissing] = useState(false)
  const style = { '--ratio': width / height } as CSSProperties
  if (!isMissing)
    return (
      <img className="guide-picture" src={url} width={width} height={height} alt={alt} style={style} onError={() => setIsMissing(true)} />
    )
  return alt && <p className="guide-picture-words">{alt}</p>
}
