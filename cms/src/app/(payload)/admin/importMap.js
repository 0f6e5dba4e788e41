import { LayoutField as LayoutField_4238f7a6aaa6c6e6e2825b1480ee4f9d } from '../../../admin/layout/layout-field'
import { PlacementLabel as PlacementLabel_d2847f11cb8425bfa99b90fa40fda022 } from '../../../admin/document/row-labels'
import { SectionLabel as SectionLabel_d2847f11cb8425bfa99b90fa40fda022 } from '../../../admin/document/row-labels'
import { SlugField as SlugField_d55490d86802151a1bc9a79e3d3b1082 } from '../../../admin/fields/slug-field'
import { LiveCell as LiveCell_8d1f8a28cd0944769506a9209641303d } from '../../../admin/document/live-cell'
import { Nothing as Nothing_95af9588dc9fde10dc20881dc4f5818a } from '../../../admin/document/nothing'
import { ReviewButton as ReviewButton_14a68e9a5c0c30ca7c99e81110a155d5 } from '../../../admin/document/review-button'
import { LiveStatus as LiveStatus_919222c5fb21b26b0d94795bfd8e56ea } from '../../../admin/document/live-status'
import { KindCell as KindCell_174e33925d700d98e9c0d113f7e923e4 } from '../../../admin/document/kind-cell'
import { AudienceCell as AudienceCell_734e104f95b27cf7e5658da857e95ba9 } from '../../../admin/document/audience-cell'
import { PaletteSample as PaletteSample_f83e1b3b2dc51f73ed8194ad11a6ae26 } from '../../../admin/fields/palette-sample'
import { RuleCell as RuleCell_bdd466d3f276e9cf4f6b256c370969b7 } from '../../../admin/rule/rule-cell'
import { RuleField as RuleField_a5e08bd9d372951bdff28de9040de0a7 } from '../../../admin/rule/rule-field'
import { StepField as StepField_1368329f3c53c64c6b764b87cf459457 } from '../../../admin/target/step-field'
import { SmsField as SmsField_1059e343d5145f01b08f805db1261544 } from '../../../admin/target/sms-field'
import { SmsCell as SmsCell_d327a43e1217a4ab2566ee9bfb5f18e9 } from '../../../admin/target/sms-cell'
import { TextsField as TextsField_0998be52ad2b97c4e48680140130860c } from '../../../admin/fields/texts-field'
import { MenuField as MenuField_d393bb4e1d802d505062f605bd6ee7fd } from '../../../admin/menu/menu-field'
import { GuideField as GuideField_814d7611de465132188139f7bc3a26c6 } from '../../../admin/guide/guide-field'
import { PaletteCell as PaletteCell_f4adc2f0743f6e5d6b33696ced1ec878 } from '../../../admin/document/palette-cell'
import { ColorField as ColorField_56598ec8717bc3128617ee116309516f } from '../../../admin/fields/color-field'
import { CropsField as CropsField_f79d0db6f86ea8c8d68263bba703033f } from '../../../admin/fields/crops-field'
import { PolicyCell as PolicyCell_aa5a112ea0cf995b4ef2ccafecec5a32 } from '../../../admin/policy/policy-cell'
import { PolicyNumber as PolicyNumber_a8aa45514d202f8cd45e804a828cc824 } from '../../../admin/policy/policy-fields'
import { PolicyHint as PolicyHint_04e959ef23891b6bdae00bcd6bcc795a } from '../../../admin/policy/policy-hint'
import { PolicyChoice as PolicyChoice_a8aa45514d202f8cd45e804a828cc824 } from '../../../admin/policy/policy-fields'
import { PolicyParams as PolicyParams_a8aa45514d202f8cd45e804a828cc824 } from '../../../admin/policy/policy-fields'
import { EffectField as EffectField_6eea22e2fbd715dbfa196671f3cba399 } from '../../../admin/policy/effect-field'
import { HoursLabel as HoursLabel_74a40bd26203342fb654ae286402fba7 } from '../../../admin/target/hours-label'
import { KindField as KindField_dc6a4ddd7d8de93c4d03ae2237ab25ed } from '../../../admin/fields/kind-field'
import { SwitchLabel as SwitchLabel_fc2c0dd644286bab8feaf3095a1f5b03 } from '../../../admin/document/switch-label'
import { AmountsField as AmountsField_453de0a4691f9631a3a43ab324368cd1 } from '../../../admin/fields/amounts-field'
import { Icon as Icon_af63701407855d82d6228bee97b76e08 } from '../../../admin/brand/logo'
import { Logo as Logo_af63701407855d82d6228bee97b76e08 } from '../../../admin/brand/logo'
import { HeaderLink as HeaderLink_e09e286a96f3355950ca447deb11f269 } from '../../../admin/publish/nav-link'
import { Dashboard as Dashboard_95a82244a7fccc0f1b6e6f23ff4ad29c } from '../../../admin/dashboard/dashboard'
import { PublishNavLink as PublishNavLink_e09e286a96f3355950ca447deb11f269 } from '../../../admin/publish/nav-link'
import { PublishPage as PublishPage_aecd35fb1b90e4e3f87a4ea408090ec9 } from '../../../admin/publish/publish-page'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/layout/layout-field#LayoutField": LayoutField_4238f7a6aaa6c6e6e2825b1480ee4f9d,
  "/admin/document/row-labels#PlacementLabel": PlacementLabel_d2847f11cb8425bfa99b90fa40fda022,
  "/admin/document/row-labels#SectionLabel": SectionLabel_d2847f11cb8425bfa99b90fa40fda022,
  "/admin/fields/slug-field#SlugField": SlugField_d55490d86802151a1bc9a79e3d3b1082,
  "/admin/document/live-cell#LiveCell": LiveCell_8d1f8a28cd0944769506a9209641303d,
  "/admin/document/nothing#Nothing": Nothing_95af9588dc9fde10dc20881dc4f5818a,
  "/admin/document/review-button#ReviewButton": ReviewButton_14a68e9a5c0c30ca7c99e81110a155d5,
  "/admin/document/live-status#LiveStatus": LiveStatus_919222c5fb21b26b0d94795bfd8e56ea,
  "/admin/document/kind-cell#KindCell": KindCell_174e33925d700d98e9c0d113f7e923e4,
  "/admin/document/audience-cell#AudienceCell": AudienceCell_734e104f95b27cf7e5658da857e95ba9,
  "/admin/fields/palette-sample#PaletteSample": PaletteSample_f83e1b3b2dc51f73ed8194ad11a6ae26,
  "/admin/rule/rule-cell#RuleCell": RuleCell_bdd466d3f276e9cf4f6b256c370969b7,
  "/admin/rule/rule-field#RuleField": RuleField_a5e08bd9d372951bdff28de9040de0a7,
  "/admin/target/step-field#StepField": StepField_1368329f3c53c64c6b764b87cf459457,
  "/admin/target/sms-field#SmsField": SmsField_1059e343d5145f01b08f805db1261544,
  "/admin/target/sms-cell#SmsCell": SmsCell_d327a43e1217a4ab2566ee9bfb5f18e9,
  "/admin/fields/texts-field#TextsField": TextsField_0998be52ad2b97c4e48680140130860c,
  "/admin/menu/menu-field#MenuField": MenuField_d393bb4e1d802d505062f605bd6ee7fd,
  "/admin/guide/guide-field#GuideField": GuideField_814d7611de465132188139f7bc3a26c6,
  "/admin/document/palette-cell#PaletteCell": PaletteCell_f4adc2f0743f6e5d6b33696ced1ec878,
  "/admin/fields/color-field#ColorField": ColorField_56598ec8717bc3128617ee116309516f,
  "/admin/fields/crops-field#CropsField": CropsField_f79d0db6f86ea8c8d68263bba703033f,
  "/admin/policy/policy-cell#PolicyCell": PolicyCell_aa5a112ea0cf995b4ef2ccafecec5a32,
  "/admin/policy/policy-fields#PolicyNumber": PolicyNumber_a8aa45514d202f8cd45e804a828cc824,
  "/admin/policy/policy-hint#PolicyHint": PolicyHint_04e959ef23891b6bdae00bcd6bcc795a,
  "/admin/policy/policy-fields#PolicyChoice": PolicyChoice_a8aa45514d202f8cd45e804a828cc824,
  "/admin/policy/policy-fields#PolicyParams": PolicyParams_a8aa45514d202f8cd45e804a828cc824,
  "/admin/policy/effect-field#EffectField": EffectField_6eea22e2fbd715dbfa196671f3cba399,
  "/admin/target/hours-label#HoursLabel": HoursLabel_74a40bd26203342fb654ae286402fba7,
  "/admin/fields/kind-field#KindField": KindField_dc6a4ddd7d8de93c4d03ae2237ab25ed,
  "/admin/document/switch-label#SwitchLabel": SwitchLabel_fc2c0dd644286bab8feaf3095a1f5b03,
  "/admin/fields/amounts-field#AmountsField": AmountsField_453de0a4691f9631a3a43ab324368cd1,
  "/admin/brand/logo#Icon": Icon_af63701407855d82d6228bee97b76e08,
  "/admin/brand/logo#Logo": Logo_af63701407855d82d6228bee97b76e08,
  "/admin/publish/nav-link#HeaderLink": HeaderLink_e09e286a96f3355950ca447deb11f269,
  "/admin/dashboard/dashboard#Dashboard": Dashboard_95a82244a7fccc0f1b6e6f23ff4ad29c,
  "/admin/publish/nav-link#PublishNavLink": PublishNavLink_e09e286a96f3355950ca447deb11f269,
  "/admin/publish/publish-page#PublishPage": PublishPage_aecd35fb1b90e4e3f87a4ea408090ec9,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
