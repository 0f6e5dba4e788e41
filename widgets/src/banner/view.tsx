import type { WidgetViewProps } from '../view-props.ts'
import { Banner } from '../views/faces.tsx'
import type { BannerPayload } from './present.ts'

/** The banner is its archetype's face. */
export function View({ payload, ...props }: WidgetViewProps<BannerPayload>) {
  return <Banner banner={payload} {...props} />
}
