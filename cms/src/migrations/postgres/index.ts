// Made by scripts/gen-migrations.ts. Applied in this order whenever the CMS opens the database.
import * as m1 from './20261122_115722_initial.ts'
import * as m2 from './20261125_191817_policy_effects.ts'
import * as m3 from './20261126_024528_widget_library.ts'
import * as m4 from './20261126_041550_content_palette.ts'
import * as m5 from './20261126_052218_library_gaps.ts'
import * as m6 from './20261126_072027_care_desk.ts'
import * as m7 from './20261126_090233_care_methods.ts'
import * as m8 from './20261126_104830_open_ticket.ts'

export const migrations = [
  { name: '20261122_115722_initial', up: m1.up, down: m1.down },
  { name: '20261125_191817_policy_effects', up: m2.up, down: m2.down },
  { name: '20261126_024528_widget_library', up: m3.up, down: m3.down },
  { name: '20261126_041550_content_palette', up: m4.up, down: m4.down },
  { name: '20261126_052218_library_gaps', up: m5.up, down: m5.down },
  { name: '20261126_072027_care_desk', up: m6.up, down: m6.down },
  { name: '20261126_090233_care_methods', up: m7.up, down: m7.down },
  { name: '20261126_104830_open_ticket', up: m8.up, down: m8.down },
]
