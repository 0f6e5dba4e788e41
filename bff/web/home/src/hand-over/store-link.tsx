import { Icon } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import { isInstalled } from '../device.ts'
import { systemOf } from './device-system.ts'

/** Where the store of this device has the brand's app. Offered, and never gone to by itself: whoever is on the phone must not be led away. */
export function StoreLink() {
  const { config } = useApp()
  const texts = useMessages()
  const system = systemOf(navigator)
  const address = system && config.care?.stores[system]
  if (!address || isInstalled()) return undefined
  return (
    <p className="link-store">
      <a href={address} target="_blank" rel="noopener noreferrer">
        {texts.getApp(config.brand.name)}
        <Icon name="external" />
      </a>
      <span>{texts.getAppNote}</span>
    </p>
  )
}
