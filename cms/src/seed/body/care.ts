import type { BrandCare } from '@mosaic/schemas/release'

/** From Monday to Saturday six people call back, on Sundays three. */
const weekdays = [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '08:00', until: '22:00', capacity: 6 }))

/** Without an origin of its own: in the demo links lead to where Mosaic runs. */
export const care: BrandCare = {
  smsSender: 'Aurora',
  slotMinutes: 30,
  hours: [...weekdays, { day: 7, from: '09:00', until: '20:00', capacity: 3 }],
  holidays: [
    '2026-12-08',
    '2026-12-25',
    '2026-12-26',
    '2027-01-01',
    '2027-01-06',
    '2027-03-28',
    '2027-03-29',
    '2027-04-25',
    '2027-05-01',
    '2027-06-02',
    '2027-08-15',
    '2027-10-04',
    '2027-11-01',
    '2027-12-08',
    '2027-12-25',
    '2027-12-26',
  ],
  iosAppIds: ['ABCDE12345.it.aurora.mobile'],
  androidApps: [
    {
      package: 'it.aurora.mobile',
      fingerprints: ['5A:3C:91:7E:0B:D2:48:F6:13:AC:67:E9:2D:84:5F:B0:C7:19:3E:A6:70:DB:42:8F:95:1C:E3:68:0D:B7:F4:2A'],
    },
  ],
  stores: {
    ios: 'https://apps.apple.com/it/app/aurora-mobile/id0000000000',
    android: 'https://play.google.com/store/apps/details?id=it.aurora.mobile',
  },
}
