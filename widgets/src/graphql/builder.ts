import SchemaBuilder from '@pothos/core'
import type { BannerView, CropView, ImageView, ListItemView, ListView } from '../definition.ts'
import type {
  AccessibilityView,
  ActionView,
  ConfirmView,
  EnvelopeView,
  FallbackView,
  FreshnessView,
  GaugeView,
  IssueView,
  MoneyView,
  StyleView,
  TextView,
  TrackingView,
  VariableView,
} from '../view-model.ts'

/**
 * The types every kind may use by name: `t.field({ type: 'Money' })`. A server adds its context and its own types on top.
 */
export type WidgetSchemaTypes<Context extends object = object> = {
  Context: Context
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    URL: { Input: string; Output: string }
  }
  Objects: {
    Text: TextView
    Money: MoneyView
    Image: ImageView
    ImageCrop: CropView
    OpenLink: Extract<ActionView, { __typename: 'OpenLink' }>
    RunMutation: Extract<ActionView, { __typename: 'RunMutation' }>
    Variable: VariableView
    Confirm: ConfirmView
    WidgetIssue: IssueView
    FallbackCard: FallbackView
    Style: StyleView
    Freshness: FreshnessView
    Tracking: TrackingView
    Accessibility: AccessibilityView
    GaugeFace: GaugeView
    BannerFace: BannerView
    ListFace: ListView
    ListItem: ListItemView
    TextCardWidget: EnvelopeView
  }
  Interfaces: {
    Widget: EnvelopeView
    GaugeLike: EnvelopeView & { gauge?: GaugeView | undefined }
    BannerLike: EnvelopeView & { banner?: BannerView | undefined }
    ListLike: EnvelopeView & { list?: ListView | undefined }
    ActionsLike: EnvelopeView & { actions?: ActionView[] | undefined }
    Action: ActionView
  }
}

export type WidgetBuilder<Context extends object = object> = ReturnType<typeof newBuilder<Context>>

/** A builder without any type yet. */
export function newBuilder<Context extends object>() {
  return new SchemaBuilder<WidgetSchemaTypes<Context>>({})
}
