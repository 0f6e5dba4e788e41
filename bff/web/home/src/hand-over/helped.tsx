import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useNow } from '../device.ts'
import { Notices, useNotice } from '../ui/notices.tsx'
import { usePath } from '../ui/navigation.ts'
import { HelpContext } from './help-context.ts'
import { HelperBar } from './helper-bar.tsx'
import { linkPath } from './link.ts'
import { useHandOvers } from './use-hand-overs.ts'

type HelpedProps = { withToken: WithToken; children: ReactNode }

/** The app of a customer who may be helped: its pages, and while somebody helps, who that is and the way to say how it goes. */
export function Helped({ withToken, children }: HelpedProps) {
  return useApp().config.care ? <WithHelp withToken={withToken}>{children}</WithHelp> : children
}

function WithHelp({ withToken, children }: HelpedProps) {
  const { locale } = useApp()
  const texts = useMessages()
  const path = usePath()
  const help = useHandOvers(withToken, useNow())
  const { notice, say, close } = useNotice()
  const { current } = help

  // A page tells by itself that it has been reached; a guide and the menu are one place each, whatever they show.
  const { surface, guide, menu, step, webPath } = current?.place ?? {}
  const place = surface ? undefined : (step ?? guide ?? menu ?? undefined)
  const isThere = place !== undefined && webPath?.split(/[?#]/)[0] === path
  const tell = useEffectEvent(help.reached)
  useEffect(() => {
    if (isThere) tell(place, true)
  }, [isThere, place])

  const word = (text: string, tone: 'positive' | 'critical') => say({ text: { value: text, lang: locale }, tone })
  return (
    <HelpContext value={help}>
      <div className="helped">
        {children}
        {current && path !== linkPath && (
          <HelperBar
            key={current.id}
            handOver={current}
            isMissing={help.isMissing}
            withToken={withToken}
            help={help}
            onDone={() => {
              help.finish()
              word(texts.helperThanks, 'positive')
              // The button is gone: the next tab begins at the page, not at the address.
              document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
            }}
            onFailed={() => word(texts.helperNotTold, 'critical')}
          />
        )}
        <Notices notice={notice} onClose={close} />
      </div>
    </HelpContext>
  )
}
