import { Icon, ageText } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import type { Home } from './use-home.ts'

type StatusBannerProps = { isOnline: boolean; isUnreachable: boolean; home: Home | undefined; now: Date }

/** Says in one line that what is on the screen is not of now, since when, and whether it is the network or us. Absent when all is well. */
export function StatusBanner({ isOnline, isUnreachable, home, now }: StatusBannerProps) {
  const { locale } = useApp()
  const texts = useMessages()
  const age = home && ageText(home.fetchedAt, now, locale)
  const text = isOnline ? (isUnreachable && age ? texts.unreachable(age) : undefined) : age ? texts.offlineSince(age) : texts.offline
  return (
    <div role="status" className="status-region">
      {text && (
        <p className="status-banner">
          <Icon name={isOnline ? 'warning' : 'offline'} />
          {text}
        </p>
      )}
    </div>
  )
}
