import type { BannerView, ListView } from '../definition.ts'
import type { ActionView, GaugeView } from '../view-model.ts'
import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Heading, Meter, Picture, Words } from './parts.tsx'
import './kinds.css'

type Props = Omit<WidgetViewProps<unknown>, 'payload'>

/** What a kind this build has never heard of is drawn as, by the archetype it joined; `undefined` when it joined none this build knows. */
export function drawFace(props: Props) {
  const { banner, gauge, list, actions } = props.widget as {
    banner?: BannerView
    gauge?: GaugeView
    list?: ListView
    actions?: ActionView[]
  }
  if (banner) return <Banner banner={banner} {...props} />
  if (gauge) return <Gauge gauge={gauge} {...props} />
  if (list) return <List list={list} {...props} />
  if (actions) return <Actions actions={actions} {...props} />
  return undefined
}

/** A headline, a text and an image: the image beside the words, above them where it is narrow, or behind them under a veil. */
export function Banner({ banner, ...props }: Props & { banner: BannerView }) {
  const { headline, body, image, overlay, actions } = banner
  const veil = overlay === 'light' || overlay === 'dark' ? overlay : undefined
  const [first, ...others] = actions
  return (
    <div className="tile-fill poster" data-picture={image && (veil ? 'behind' : 'beside')} data-veil={image && veil}>
      {image && (
        <div className="poster-picture">
          <Picture image={image} ratio="16:9" />
        </div>
      )}
      <div className="poster-words">
        <Heading className="tile-headline">
          <Words text={headline} locale={props.locale} />
        </Heading>
        {body && (
          <p className="tile-body">
            <Words text={body} locale={props.locale} />
          </p>
        )}
        {first && (
          <div className="action-row tile-foot">
            <ActionButton action={first} stretched {...props} />
            {others.map((action) => (
              <ActionButton key={action.id} action={action} look="soft" {...props} />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

function Title({ widget, locale }: Props) {
  return widget.title ? (
    <Heading>
      <Words text={widget.title} locale={locale} />
    </Heading>
  ) : null
}

function Gauge({ gauge, ...props }: Props & { gauge: GaugeView }) {
  return (
    <div className="tile-fill">
      <Title {...props} />
      <div className="figure">
        <p className="figure-value">{gauge.valueText}</p>
        <p className="figure-note">
          <Words text={gauge.label} locale={props.locale} />
        </p>
      </div>
      <Meter ratio={gauge.ratio} />
      <div className="action-row tile-foot">
        {gauge.actions.map((action) => (
          <ActionButton key={action.id} action={action} look="soft" {...props} />
        ))}
      </div>
    </div>
  )
}

function List({ list, ...props }: Props & { list: ListView }) {
  return (
    <div className="tile-fill">
      <Title {...props} />
      <ul className="rows">
        {list.items.map((item) => (
          <li key={item.id} className="row">
            <span className="row-words">
              <span className="row-primary">{item.primary}</span>
              {item.secondary && <span className="row-secondary">{item.secondary}</span>}
            </span>
            {item.value && <span>{item.value}</span>}
            {item.action && <ActionButton action={item.action} look="link" {...props} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Actions({ actions, ...props }: Props & { actions: ActionView[] }) {
  return (
    <div className="tile-fill">
      <Title {...props} />
      <div className="amounts tile-foot">
        {actions.map((action) => (
          <ActionButton key={action.id} action={action} look="soft" {...props} />
        ))}
      </div>
    </div>
  )
}
